import "./errors.js";
import "./captcha.js";
import "./passkeys.js";
import "./form.js";
import "./rows.js";
import "./progress.js";
import "./case.js";
import "./keys.js";

// 登录助手: they do run.
for (const mark of document.querySelectorAll("[data-scripts-run]")) mark.hidden = false;
