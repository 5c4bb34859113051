import "./errors.js";
import "./captcha.js";
import "./passkeys.js";
import "./form.js";
import "./rows.js";
import "./progress.js";
import "./case.js";
import "./keys.js";
