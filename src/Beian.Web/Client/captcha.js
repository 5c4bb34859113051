// 换一张 without leaving the page; without this script the same button submits and the page comes back with a new one.
for (const box of document.querySelectorAll("[data-captcha]")) {
  const another = box.querySelector("[data-captcha-another]");
  another?.addEventListener("click", async (click) => {
    click.preventDefault();
    const answer = await fetch(`/account/captcha/another?kind=${another.value}`, { cache: "no-store" });
    if (!answer.ok) return;
    const { token, picture, question } = await answer.json();
    box.querySelector("[data-captcha-token]").value = token;
    if (picture) box.querySelector("img").src = picture;
    else box.querySelector("[data-captcha-question]").textContent = question;
    const input = box.querySelector("[name=Captcha]");
    input.value = "";
    input.focus();
  });
}
