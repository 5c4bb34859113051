// 增加一行 without leaving the page: the last row of the table again, empty, under the next number.
import { cascadeIn } from "./regions.js";

function renumber(text, from, to) {
  return text.replace(`.${from}.`, `.${to}.`).replace(`第 ${from + 1} 行`, `第 ${to + 1} 行`).replace(`row ${from + 1},`, `row ${to + 1},`);
}

for (const button of document.querySelectorAll("[data-add-row]")) {
  const table = document.querySelector(`[data-table="${CSS.escape(button.dataset.addRow)}"]`);
  if (!table) continue;
  const rows = table.tBodies[0].rows;
  // Taken before the lists of a region are rebuilt, which cannot be copied afterwards.
  const pattern = rows[rows.length - 1].cloneNode(true);
  const from = Number(pattern.dataset.row);
  button.addEventListener("click", (click) => {
    const last = rows[rows.length - 1];
    const to = Number(last.dataset.row) + 1;
    click.preventDefault();
    if (to >= Number(table.dataset.max)) return;
    const row = pattern.cloneNode(true);
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
      if (part.matches("[data-region]")) part.dataset.path = "";
    }
    last.after(row);
    cascadeIn(row);
    if (to + 1 >= Number(table.dataset.max)) button.hidden = true;
    row.querySelector("input, select, textarea")?.focus();
  });
}

cascadeIn(document);
