// A file of a case beside its answers without leaving the page: what was typed stays. Without this script the link brings the whole page.
const place = document.querySelector("[data-viewer]");

if (place) {
  const frame = place.closest("[data-case]");

  async function open(link) {
    const answer = await fetch(link.href, { headers: { accept: "text/html" } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const found = page?.querySelector("[data-viewer]");
    if (!found) return void (location.href = link.href);
    place.replaceChildren(...found.childNodes);
    frame.classList.add("with-file");
    for (const other of document.querySelectorAll("[data-open-file]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    place.querySelector("[data-close-file]").focus({ preventScroll: true });
  }

  document.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    const link = click.target.closest("[data-open-file]");
    if (link) {
      click.preventDefault();
      open(link);
    } else if (click.target.closest("[data-close-file]")) {
      click.preventDefault();
      place.replaceChildren();
      frame.classList.remove("with-file");
      const opened = document.querySelector("[data-open-file][aria-current]");
      opened?.removeAttribute("aria-current");
      opened?.focus();
    }
  });
}
