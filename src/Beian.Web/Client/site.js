import "./errors.js";
import "./captcha.js";
