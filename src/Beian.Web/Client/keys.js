// 主管部门端 by keyboard. In a queue: j/k or the arrows go from row to row, Enter opens, x selects, b goes to what is done with those selected,
// ? tells the keys.
// On a case: j opens the next one, u goes back to the queue, a, r and o go to the decision, the return and the officer. No key decides anything.
const list = document.querySelector("[data-rows]");
const help = document.querySelector("[data-keys]");
const off = document.querySelector("[data-keys-off]");
const links = list ? [...list.querySelectorAll("tbody a[data-row]")] : [];

function typing(target) {
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio])") || target.isContentEditable;
}

function move(step) {
  const row = document.activeElement.closest("tr");
  const at = links.findIndex((link) => link.closest("tr") === row);
  const to = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[to]?.focus();
  links[to]?.scrollIntoView({ block: "nearest" });
}

function select() {
  const box = document.activeElement.closest("tr")?.querySelector("input[type=checkbox]");
  if (box) box.click();
}

function go(key) {
  const place = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!place) return false;
  if (place.matches("a")) place.click();
  else {
    const control = place.matches("form") ? place.querySelector("select, textarea, input:not([type=hidden]), button") : place;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }
  return true;
}

document.addEventListener("keydown", (press) => {
  if (off?.checked || press.ctrlKey || press.metaKey || press.altKey || typing(press.target)) return;
  const inList = links.length > 0 && !press.target.closest("details, .filters, .tabs");
  if (press.key === "?" && help) {
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  } else if (inList && (press.key === "j" || press.key === "ArrowDown")) move(1);
  else if (inList && (press.key === "k" || press.key === "ArrowUp")) move(-1);
  else if (inList && press.key === "x") select();
  else if (press.key.length > 1 || !go(press.key)) return;
  press.preventDefault();
});

// Whoever dictates, or types by mistake, turns single keys off for this browser.
if (off) {
  off.closest("[hidden]").hidden = false;
  off.checked = localStorage.getItem("keys") === "off";
  off.addEventListener("change", () => localStorage.setItem("keys", off.checked ? "off" : "on"));
}

// Opening a queue puts the keyboard on its first case, so that the first key moves on from there.
if (list && !location.hash && document.activeElement === document.body) links[0]?.focus({ preventScroll: true });
