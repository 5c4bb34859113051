import "./captcha.js";
