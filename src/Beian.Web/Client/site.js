import "./errors.js";
import "./captcha.js";
import "./form.js";
import "./regions.js";
import "./rows.js";
