// The form while somebody types: the server is asked what applies, what is required and what is wrong; it alone decides.
// Drafts that are there already save themselves every 30 seconds. Nothing here submits, and no password leaves but by the buttons.
const form = document.getElementById("filing-form");

if (form) {
  for (const note of form.querySelectorAll("[data-no-script]")) note.hidden = true;

  const touched = new Set();
  let timer = 0;
  let asked = 0;
  let saved = snapshot();

  function fields() {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File || name.startsWith("account.")) data.delete(name);
    return data;
  }

  function snapshot() {
    const data = fields();
    data.delete("version");
    return JSON.stringify([...data]);
  }

  async function check() {
    const turn = ++asked;
    const sent = fields();
    const answer = await fetch(form.dataset.check, { method: "POST", body: sent }).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    show(await answer.json(), sent);
  }

  function show({ relevant, required, problems, calculated, shown, converted, why }, sent) {
    const applies = new Set(relevant);
    const needed = new Set(required);
    for (const part of form.querySelectorAll("[data-relevant]:not([data-relevant=''])")) {
      const conditional = part.dataset.relevant;
      part.hidden = !applies.has(conditional);
    }
    for (const star of form.querySelectorAll("[data-required]")) star.hidden = !needed.has(star.dataset.required);
    for (const output of form.querySelectorAll("output[data-calculated]")) output.textContent = shown[output.dataset.calculated] || "—";
    for (const [name, value] of Object.entries(calculated)) {
      const control = document.getElementById(name);
      if (control && "placeholder" in control) control.placeholder = value;
    }
    for (const place of form.querySelectorAll("[data-why]")) {
      const text = why[place.dataset.why];
      place.hidden = !text;
      place.querySelector("p").textContent = text ?? "";
    }
    for (const [name, { value, message }] of Object.entries(converted)) {
      const control = form.elements.namedItem(name);
      const place = form.querySelector(`[data-converted="${CSS.escape(name.split(".")[0])}"]`);
      // Nobody's typing is changed under the fingers, nor what was typed since.
      if (!control || !place || control === document.activeElement || control.value !== sent.get(name)) continue;
      control.value = value;
      place.textContent = message;
    }
    for (const place of form.querySelectorAll("span[data-problems]")) {
      const field = place.dataset.problems;
      if (!touched.has(field)) continue;
      // What is merely missing is said at the submission, not while the form is being filled in.
      const mine = problems.filter((p) => p.field === field && p.code !== "required");
      for (const old of place.querySelectorAll(".problem")) old.remove();
      for (const { message, level, used } of mine) {
        const line = document.createElement("span");
        line.className = level === "soft" ? "problem problem-soft" : "problem";
        line.textContent = (level === "soft" ? form.dataset.soft : "") + message;
        if (used) line.append(Object.assign(document.createElement("small"), { className: "used", textContent: used }));
        place.append(line);
      }
      place.closest(".sheet-cell")?.classList.toggle("has-problem", mine.some((p) => p.level === "hard"));
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(check, 400);
  }

  form.addEventListener("change", (event) => {
    const name = event.target.name;
    if (!name || event.target.type === "file" || name.startsWith("account.")) return;
    const field = name.split(".")[0];
    touched.add(field);
    const note = form.querySelector(`[data-converted="${CSS.escape(field)}"]`);
    if (note) note.textContent = "";
    later();
  });

  async function autosave() {
    const now = snapshot();
    if (!form.dataset.draft || now === saved || document.hidden) return;
    const answer = await fetch(form.dataset.draft, { method: "POST", body: fields() }).catch(() => null);
    if (!answer?.ok) return; // the next save by hand says what is the matter
    const { version, at } = await answer.json();
    saved = now;
    form.elements.namedItem("version").value = version;
    const note = form.querySelector("[data-saved]");
    note.textContent = document.documentElement.lang === "en" ? `Saved automatically at ${at}` : `${at} 已自动保存`;
  }

  setInterval(autosave, 30000);
}

// The authorities found while one types: the same page is asked and its list put in place.
const search = document.querySelector("[data-authority-search]");
if (search) {
  const input = search.elements.namedItem("q");
  let timer = 0;
  let asked = 0;
  async function find() {
    const turn = ++asked;
    const url = new URL(location.href);
    url.searchParams.set("q", input.value);
    const answer = await fetch(url, { headers: { accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("[data-authorities]");
    const here = document.querySelector("[data-authorities]");
    if (!found || !here || turn !== asked) return;
    const chosen = here.querySelector("input:checked")?.value;
    here.replaceChildren(...found.childNodes);
    const same = [...here.querySelectorAll("input")].find((i) => i.value === chosen);
    if (same) same.checked = true;
  }
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, 250);
  });
}
