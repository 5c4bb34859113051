// 增加一行 without leaving the page: the last row of the table again, empty, under the next number.
function renumber(text, from, to) {
  return text.replace(`.${from}.`, `.${to}.`).replace(`第 ${from + 1} 行`, `第 ${to + 1} 行`).replace(`row ${from + 1},`, `row ${to + 1},`);
}

for (const button of document.querySelectorAll("[data-add-row]")) {
  const table = document.querySelector(`[data-table="${CSS.escape(button.dataset.addRow)}"]`);
  // What another script has rebuilt (the lists of a region) cannot be copied; the button then asks the server for the row.
  if (!table || table.querySelector("[data-region], input[type=hidden]")) continue;
  button.addEventListener("click", (click) => {
    const last = table.tBodies[0].rows[table.tBodies[0].rows.length - 1];
    const from = Number(last.dataset.row);
    const to = from + 1;
    click.preventDefault();
    if (to >= Number(table.dataset.max)) return;
    const row = last.cloneNode(true);
    row.dataset.row = to;
    for (const part of row.querySelectorAll("*")) {
      for (const { name, value } of [...part.attributes])
        if (["id", "name", "for", "aria-label", "data-relevant", "data-calculated", "aria-describedby"].includes(name))
          part.setAttribute(name, renumber(value, from, to));
      part.removeAttribute("aria-invalid");
      if (part.matches("output")) part.textContent = "—";
      else if (part.matches("input[type=radio], input[type=checkbox]")) part.checked = false;
      else if (part.matches("input, textarea")) part.value = "";
      else if (part.matches("select")) part.selectedIndex = 0;
    }
    last.after(row);
    if (to + 1 >= Number(table.dataset.max)) button.hidden = true;
    row.querySelector("input, select, textarea")?.focus();
  });
}
