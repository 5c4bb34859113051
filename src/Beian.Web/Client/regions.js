// The one list that leads from level to level becomes one list a level: each says its level, and nothing has to be updated in between.
// What is sent stays one control under the same name.
async function below(code) {
  const answer = await fetch(`/api/v1/divisions${code ? `/${code}` : ""}`).catch(() => null);
  return answer?.ok ? (await answer.json()).items : null;
}

function cascade(origin) {
  const depth = Number(origin.dataset.region);
  const levels = origin.dataset.labels.split("|").slice(0, depth);
  const name = document.querySelector(`label[for="${CSS.escape(origin.id)}"]`)?.firstChild?.textContent ?? origin.getAttribute("aria-label") ?? "";
  const path = origin.dataset.path ? origin.dataset.path.split(" ") : [];
  const row = document.createElement("div");
  row.className = "control-row";
  const kept = document.createElement("input");
  kept.type = "hidden";
  kept.name = origin.name;
  kept.value = origin.value;
  const lists = levels.map((level, index) => {
    const list = document.createElement("select");
    list.className = "form-select";
    list.id = index ? `${origin.id}-${index + 1}` : origin.id;
    list.setAttribute("aria-label", `${name} ${level}`.trim());
    for (const attribute of ["aria-invalid", "aria-describedby"])
      if (origin.hasAttribute(attribute)) list.setAttribute(attribute, origin.getAttribute(attribute));
    list.append(new Option(`${origin.dataset.choose} (${level})`, ""));
    list.hidden = index > 0;
    row.append(list);
    return list;
  });
  row.append(kept);

  async function fill(index, parent, chosen) {
    for (const list of lists.slice(index)) {
      list.length = 1;
      list.hidden = list !== lists[0];
    }
    const items = index < lists.length && parent !== null ? await below(parent) : [];
    if (!items?.length) return items !== null;
    for (const { code, name: text } of items) lists[index].append(new Option(text, code, false, code === chosen));
    lists[index].hidden = false;
    return true;
  }

  lists.forEach((list, index) => list.addEventListener("change", async () => {
    kept.value = list.value || lists[index - 1]?.value || "";
    kept.dispatchEvent(new Event("change", { bubbles: true }));
    if (list.value) await fill(index + 1, list.value);
    else await fill(index + 1, null);
  }));

  return (async () => {
    // Without an answer from the server the list stays as it is.
    if (!(await fill(0, "", path[0]))) return;
    for (let i = 0; i < path.length && i + 1 < lists.length; i++) await fill(i + 1, path[i], path[i + 1]);
    origin.replaceWith(row);
  })();
}

/** Makes the lists of a part of the page such. */
export function cascadeIn(part) {
  for (const list of part.querySelectorAll("select[data-region]")) cascade(list);
}
