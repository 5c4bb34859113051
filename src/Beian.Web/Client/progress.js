// A job under way: its page is asked again every two seconds, until it is over. Without script the reader refreshes.
const own = document.querySelector("[data-progress=true]");

async function look(shown) {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(shown.id);
  if (!fresh) return; // signed out meanwhile: what stands here stays
  shown.replaceChildren(...fresh.childNodes);
  if (fresh.dataset.progress === "true") setTimeout(() => look(shown).catch(() => setTimeout(() => look(shown), 5000)), 2000);
}

if (own) setTimeout(() => look(own), 2000);
