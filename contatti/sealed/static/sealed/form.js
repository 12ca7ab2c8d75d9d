// Seals a form of contatti.sealed before it leaves: the server never sees the text.
// Without it (no JavaScript, an old browser, plain http) the form posts its fields and the server seals.

import { ready, seal } from "./seal.js";

const ENVELOPE = "sealed-envelope";

/** @param {string} label @param {string} text */
export function line(label, text) {
  if (!text) return "";
  // What Python's splitlines() takes for the end of a line, and some mail program may too.
  const lines = text.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.length < 2 ? `${label}: ${lines[0]}\n` : `${label}:\n${lines.map((each) => `  | ${each}\n`).join("")}`;
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

/**
 * Seal and post; her words stay in the page until the server has the envelope.
 * @param {HTMLFormElement} form
 * @returns {Promise<string>} the reason for which it was not taken, empty if it was
 */
async function send(form) {
  const data = new FormData(form);
  const envelope = base64url(await seal(textOf(data, json("sealed-labels")), json("sealed-keys")));
  const token = String(data.get("csrfmiddlewaretoken") ?? "");
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, [ENVELOPE]: envelope });
  const answer = await fetch(form.action, { method: "POST", body });
  const { received, error } = await answer.json();
  return received ? "" : error;
}

/** @param {HTMLFormElement} form */
function take(form) {
  const status = document.querySelector(".sealed-status");
  if (!(status instanceof HTMLElement)) return;
  const { sending, received, failed } = status.dataset;
  let isSending = false; // a second click would seal the same words again
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    status.textContent = sending ?? "";
    const reason = await send(form).catch(() => failed ?? "");
    status.textContent = reason || (received ?? "");
    if (reason === "") {
      form.reset();
      form.hidden = true;
    }
    isSending = false;
  });
}

if (globalThis.document && ready())
  for (const form of document.querySelectorAll("form[data-sealed]")) if (form instanceof HTMLFormElement) take(form);
