// 换一张 without leaving the page; without this script the same button submits and the page comes back with a new one.
for (const box of document.querySelectorAll("[data-captcha]")) {
  const another = box.querySelector("[data-captcha-another]");
  another?.addEventListener("click", async (click) => {
    click.preventDefault();
    const answer = await fetch(another.dataset.captchaAnother, { cache: "no-store", headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { token, picture } = await answer.json();
    box.querySelector("[data-captcha-token]").value = token;
    box.querySelector("img").src = picture;
    const input = document.getElementById(box.dataset.captcha);
    input.value = "";
    input.focus();
  });
}
