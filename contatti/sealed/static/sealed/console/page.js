// What the page of the console holds: its parts by id, and what the server told it.

/** @typedef {{ title: string, language: string, text: string, mailbox: number | null }} ModelAnswer */
/** @typedef {{ day: string, name: string, hours: string, openings: [string, string][], reason: string }} Day */
/** @typedef {{ name: string, days: Day[] }} Desk */
/**
 * @typedef {object} Data
 * @property {string} siteId
 * @property {string} now as the clock in Italy shows it, ISO, to the minute
 * @property {Record<string, Desk>} mine by mailbox
 * @property {Record<string, string>} others names of desks by mailbox
 * @property {ModelAnswer[]} models
 * @property {{ token: string, state: string, keep: string, end: string }} addresses
 * @property {Record<string, string>} words
 */

/**
 * The element of that id. Throws where a template has forgotten it.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(id);
  return found;
}

/** @type {Data} */
export const data = JSON.parse(part("console-data", HTMLScriptElement).textContent ?? "");

/**
 * A sentence of the server's, with its `{…}` filled in.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export const words = (name, values = {}) =>
  (data.words[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));

/** @param {string} id @param {string} text read aloud where the element is a status */
export function say(id, text) {
  const place = part(id, HTMLElement);
  place.textContent = text;
  place.hidden = !text;
}
