import "./errors.js";
import "./captcha.js";
import "./form.js";
import "./rows.js";
