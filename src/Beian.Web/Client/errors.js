// A screen reader and the keyboard start at the problems, not at the top of a long form.
document.querySelector("[data-error-summary]")?.focus();
