// Makes an operator's key on her own computer, from the portal or from this page saved in a file. The private key and
// its passphrase go into the file and onto the paper that she keeps; only the certificate is ever sent.
import { fingerprint, makeOperatorKey, pem } from "../../contatti/sealed/static/sealed/certificate.js";
import { makePassphrase, pkcs12 } from "../../contatti/sealed/static/sealed/pkcs12.js";

/** @typedef {import("../../contatti/sealed/static/sealed/certificate.js").OperatorKey} OperatorKey */

/** @type {{ key: OperatorKey, passphrase: string } | null} */
let made = null;
let isSaved = false;

/** @template {HTMLElement} Kind @param {string} id */
const byId = (id) => /** @type {Kind} */ (document.getElementById(id));

/** @param {string} words */
function say(words) {
  byId("stato").textContent = words;
}

/** @param {string} name @param {BlobPart} content @param {string} type */
function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {SubmitEvent} event */
async function make(event) {
  event.preventDefault();
  const button = byId("fai");
  const holder = /** @type {HTMLInputElement} */ (byId("nome")).value.trim();
  if (!holder || made) return;
  button.setAttribute("disabled", "");
  say(button.dataset.working ?? "");
  try {
    made = { key: await makeOperatorKey(holder), passphrase: makePassphrase() };
  } catch {
    say(button.dataset.failed ?? "");
    button.removeAttribute("disabled");
    return;
  }
  byId("frase").textContent = made.passphrase.replace(/(.{5})(?=.)/g, "$1 ");
  byId("impronta").textContent = await fingerprint(made.key.certificate);
  byId("intestataria").textContent = holder;
  byId("fatta").hidden = false;
  byId("inizio").hidden = true;
  say("");
  byId("fatta").focus();
}

async function saveKey() {
  if (!made) return;
  const modern = /** @type {HTMLInputElement} */ (byId("nuova-forma")).checked;
  say(byId("salva-chiave").dataset.working ?? "");
  save("chiave.p12", await pkcs12(made.key, made.passphrase, { modern }), "application/x-pkcs12");
  isSaved = true;
  say("");
}

function saveCertificate() {
  if (made) save("certificato.pem", pem(made.key.certificate), "application/x-pem-file");
}

/** @param {SubmitEvent} event */
async function send(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  const { offline = "", unsaved = "" } = form.dataset;
  if (!made || button.disabled) return;
  // Requests would be sealed for a key that goes with this page.
  if (!isSaved) return say(unsaved);
  button.disabled = true;
  const typed = /** @type {[string, string][]} */ ([...new FormData(form)]);
  const body = new URLSearchParams([...typed, ["holder", made.key.name], ["certificate", pem(made.key.certificate)]]);
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  // Signed out meanwhile: the answer is the page to sign in.
  const words = answer?.headers.get("Content-Type") === "application/json" ? (await answer.json()).words : offline;
  button.disabled = false;
  say(words);
  if (answer?.ok && words !== offline) form.hidden = true;
}

/** Everything that this page knows is gone with it; of a key that she did not save the browser asks her first. */
function forget() {
  location.reload();
}

byId("fai-chiave").addEventListener("submit", make);
byId("salva-chiave").addEventListener("click", saveKey);
byId("salva-certificato").addEventListener("click", saveCertificate);
byId("stampa").addEventListener("click", () => print());
byId("dimentica").addEventListener("click", forget);
document.getElementById("manda")?.addEventListener("submit", send);
addEventListener("beforeunload", (event) => {
  if (made && !isSaved) event.preventDefault();
});
if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) {
  byId("inizio").hidden = true;
  byId("vecchio").hidden = false;
}
