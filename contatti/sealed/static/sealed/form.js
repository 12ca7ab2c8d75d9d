// Seals a form of contatti.sealed before it leaves: the server never sees the text.
// Without it (no JavaScript, an old browser, plain http) the form posts its fields and the server seals.

import { ready, seal } from "./seal.js";

const ENVELOPE = "sealed-envelope";

/** @param {string} label @param {string} text */
export function line(label, text) {
  if (!text) return "";
  const lines = text.replace(/\r\n|\r/g, "\n").split("\n");
  return lines.length < 2 ? `${label}: ${text}\n` : `${label}:\n${lines.map((each) => `  | ${each}\n`).join("")}`;
}

/** @param {FormData} data @param {Record<string, string>} labels @returns {string} the text of contatti/sealed/text.py */
export function textOf(data, labels) {
  return Object.entries(labels)
    .map(([name, label]) => line(label, data.getAll(name).filter(Boolean).join("; ")))
    .join("");
}

/** @param {string} id */
function json(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/[=]+$/, "");
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const envelope = document.createElement("input");
  envelope.type = "hidden";
  envelope.name = ENVELOPE;
  envelope.value = base64url(await seal(textOf(new FormData(form), json("sealed-labels")), json("sealed-keys")));
  for (const field of form.querySelectorAll("input, select, textarea"))
    if (field.getAttribute("name") !== "csrfmiddlewaretoken") field.setAttribute("disabled", "");
  form.append(envelope);
  form.submit();
}

if (globalThis.document && ready())
  for (const form of document.querySelectorAll("form[data-sealed]"))
    if (form instanceof HTMLFormElement)
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        send(form);
      });
