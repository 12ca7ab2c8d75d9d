// Sends the contact form as a sealed envelope: the answers never leave the browser in clear.
// Without it the form posts its fields and the server seals (contatti/receiving/receive.py).

import { ready, seal } from "../../contatti/sealed/static/sealed/seal.js";
import { answers, check, fieldOf, isText, nameOf, posted } from "./answers.js";
import { parse } from "./page.js";

/** @typedef {import("./answers.js").ContactForm} ContactForm */
/**
 * What was last tried to send; `id` is new with each change.
 * @typedef {{ desk: string, text: string, reference: string, id: string }} Attempt
 */
/**
 * What the server tells for sealing (contatti/receiving/receive.py).
 * @typedef {object} Keys
 * @property {string[]} keys
 * @property {Record<string, string>} labels
 * @property {string} opening
 * @property {string} head
 * @property {string} tail
 * @property {string} [ticket]
 */
/** @typedef {{ status: number, wait: number, body: string }} Answer */
/** @typedef {{ failed: string, unable: string, sending: string, phones: string, offline: string }} Words */

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const TRIES = 3;
const PATIENCE = 60_000; // ms after which a connection that does not answer counts as none
/** @type {WeakMap<HTMLFormElement, Attempt>} the same again must stay one request */
const attempts = new WeakMap();

/** A reason not to have sent; `words` are for her. */
class Failure extends Error {
  /**
   * @param {string} [words]
   * @param {string | null} [heading]
   */
  constructor(words, heading) {
    super();
    this.words = words;
    this.heading = heading;
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 */
function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** @param {ContactForm} form */
function clear(form) {
  document.querySelector("[data-alert]")?.remove();
  for (const error of form.querySelectorAll(".error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/**
 * Put the words beside their question, and return a line of the list that leads there.
 * @param {[HTMLElement, string]} error
 */
function mark([question, words]) {
  const name = nameOf(question);
  const error = make("p", { className: "error", id: `${name}-e` }, words);
  (question.querySelector(":scope > .help") ?? question.querySelector("legend, label"))?.after(error);
  if (isText(question)) fieldOf(question).ariaInvalid = "true";
  return make("li", {}, make("a", { href: `#${name}` }, words));
}

/**
 * Say on top of the page why nothing was sent, and move there.
 * @param {string} heading
 * @param {Node[]} content
 */
function explain(heading, ...content) {
  // No role=alert: moving the focus there says it already.
  const properties = { className: "note bad", id: "nota", role: "group", ariaLabel: heading, tabIndex: -1 };
  const box = make("div", properties, make("h2", {}, heading), ...content);
  box.dataset.alert = "";
  document.querySelector("main h1")?.after(box);
  box.focus();
}

/**
 * @param {ContactForm} form
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<Answer>}
 */
async function post(form, address, fields) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const body = new URLSearchParams({ ...fields, v: "1" }); // the end mark
  const headers = { "X-Requested-With": "script" };
  /** @type {RequestInit} */
  const options = { method: "POST", body, headers, credentials: "omit", cache: "no-store", redirect: "error", signal };
  try {
    const response = await fetch(address, options);
    return { status: response.status, wait: Number(response.headers.get("Retry-After")), body: await response.text() };
  } catch {
    throw new Failure(form.dataset.offline);
  }
}

/**
 * The reason of an answer. If her desk is closed, its place in the form is taken by the choice of another.
 * @param {ContactForm} form
 * @param {Answer} answer
 */
function refusal(form, { body }) {
  const problem = parse(body).querySelector("[data-problem]");
  const others = problem?.querySelector("template");
  if (others) form.querySelector("[type=hidden][name=b], #altri")?.replaceWith(others.content);
  return new Failure(problem?.querySelector("p")?.textContent, problem?.querySelector("h1")?.textContent);
}

/**
 * The identity of what is being sent: kept for as long as she changes nothing.
 * @param {ContactForm} form
 * @param {string} desk
 * @param {string} text
 */
function attemptOf(form, desk, text) {
  const last = attempts.get(form);
  if (last?.desk === desk && last.text === text) return last;
  const random = crypto.getRandomValues(new Uint8Array(24));
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const reference = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const attempt = { desk, text, reference, id: base64url(random.subarray(8)) };
  attempts.set(form, attempt);
  return attempt;
}

/** @param {Uint8Array} bytes */
export function base64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/[=]+$/, "");
}

/**
 * @param {ContactForm} form
 * @param {Keys} keys
 * @param {Attempt} attempt
 */
async function close(form, keys, attempt) {
  try {
    const text = keys.opening + attempt.reference + keys.head + attempt.text + keys.tail;
    return base64url(await seal(text, keys.keys));
  } catch {
    throw new Failure(form.dataset.unable);
  }
}

/**
 * One exchange with the server: its answer to the sealed request, and the reference that is inside.
 * @param {ContactForm} form
 * @returns {Promise<[Answer, string]>}
 */
async function tryOnce(form) {
  const b = posted(form, "b");
  const found = await post(form, form.dataset.keys ?? "", { t: posted(form, "t"), b });
  if (found.status !== 200) throw refusal(form, found);
  /** @type {Keys} */
  const keys = JSON.parse(found.body);
  // The exit, or she herself, may have emptied the form meanwhile, and an hour may have passed.
  const wrong = check(form, keys.labels)[0];
  if (wrong) throw new Failure(wrong[1]);
  if (keys.ticket) form.elements.t.value = keys.ticket;
  const attempt = attemptOf(form, b, answers(form, keys.labels));
  const z = await close(form, keys, attempt);
  const captcha = "g-recaptcha-response";
  const fields = { t: posted(form, "t"), b, y: attempt.id, z, [captcha]: posted(form, captcha) };
  return [await post(form, form.action, fields), attempt.reference];
}

/**
 * Send, again if the server says that the keys changed (409) or that it is too early (429).
 * @param {ContactForm} form
 */
async function deliver(form) {
  for (let left = TRIES; ; left -= 1) {
    const [answer, reference] = await tryOnce(form);
    if (answer.status === 200) return show(form, answer.body, reference);
    // Her ticket has brought another request already: the answer holds a new one.
    const next = /** @type {HTMLElement | null} */ (parse(answer.body).querySelector("[data-ticket]"));
    if (next?.dataset.ticket) form.elements.t.value = next.dataset.ticket;
    if (left === 1 || ![409, 429].includes(answer.status)) throw refusal(form, answer);
    await new Promise((resolve) => setTimeout(resolve, answer.wait * 1000));
  }
}

/**
 * Put the answer in the place of the form, whose fields a browser could otherwise remember.
 * @param {ContactForm} form
 * @param {string} html
 * @param {string} reference
 */
function show(form, html, reference) {
  for (const field of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else if (field.tagName !== "FIELDSET") field.value = "";
  }
  attempts.delete(form);
  const received = /** @type {HTMLElement} */ (parse(html).querySelector("main"));
  /** @type {HTMLElement} */ (received.querySelector("[data-reference]")).textContent = reference;
  document.querySelector("main")?.replaceChildren(...received.childNodes);
  /** @type {HTMLElement} */ (document.querySelector("main h1")).focus();
  scrollTo(0, 0);
}

/** @param {ContactForm} form */
async function send(form) {
  const { failed, unable, sending, phones, offline } = /** @type {Words} */ (form.dataset);
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-status]"));
  clear(form);
  const errors = check(form);
  if (errors.length) return explain(failed, make("ul", {}, ...errors.map(mark)));
  form.ariaBusy = "true";
  status.textContent = sending;
  try {
    if (!ready()) throw new Failure(unable);
    await deliver(form);
  } catch (error) {
    const { words, heading } = /** @type {Failure} */ (error);
    const link = make("a", { href: "#telefoni" }, phones);
    explain(heading ?? failed, make("p", {}, words ?? offline), make("p", {}, link));
  } finally {
    form.ariaBusy = null;
    status.textContent = "";
  }
}

document.addEventListener("submit", (event) => {
  const form = /** @type {ContactForm} */ (event.target);
  if (!form.matches("[data-contact]")) return;
  event.preventDefault();
  if (form.ariaBusy !== "true") send(form);
});
