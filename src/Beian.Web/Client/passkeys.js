// 电子钥匙: asks the browser for a key, puts its answer into the form and sends it. The JSON is made here, not by the browser's own toJSON,
// which the last browsers of Windows 7 do not have.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const withIds = (list) => (list ?? []).map((c) => ({ ...c, id: toBytes(c.id) }));

async function answer(kind, options) {
  options.challenge = toBytes(options.challenge);
  if (kind === "get") {
    options.allowCredentials = withIds(options.allowCredentials);
    return await navigator.credentials.get({ publicKey: options });
  }
  options.user.id = toBytes(options.user.id);
  options.excludeCredentials = withIds(options.excludeCredentials);
  return await navigator.credentials.create({ publicKey: options });
}

function toJson(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  const { id, type, authenticatorAttachment } = credential;
  return JSON.stringify({
    id,
    rawId: toText(credential.rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const problem = form.querySelector("[data-passkey-problem]");
  const say = (what) => {
    problem.textContent = problem.dataset[what];
    problem.hidden = false;
  };
  if (!window.PublicKeyCredential) say("unsupported");
  form.addEventListener("submit", async (submit) => {
    const field = form.elements.Credential;
    if (field.value) return;
    submit.preventDefault();
    problem.hidden = true;
    if (!window.PublicKeyCredential) return say("unsupported");
    try {
      const asked = await fetch(form.dataset.options, { cache: "no-store", credentials: "same-origin" });
      if (!asked.ok) return say("offline");
      field.value = toJson(await answer(form.dataset.passkey, await asked.json()));
      form.submit();
    } catch (fault) {
      // SecurityError: this address is no name a key can belong to. InvalidStateError: the key has one for this account already.
      const words = { SecurityError: "unsupported", InvalidStateError: "known", TypeError: "offline" };
      say(words[fault.name] ?? "refused");
    }
  });
}
