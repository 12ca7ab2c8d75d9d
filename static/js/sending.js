// Posts to our server, and sends what is written as a sealed envelope: no text leaves the browser in clear.
import { ready, seal } from "../../contatti/sealed/static/sealed/seal.js";
import { parse } from "./page.js";
import { proofOf, prove } from "./work.js";

/**
 * What was last tried to send; `id` is new with each change.
 * @typedef {{ to: string, text: string, reference: string, id: string }} Attempt
 */
/**
 * What the server tells for sealing (contatti/views/send.py).
 * @typedef {object} Keys
 * @property {string[]} keys
 * @property {Record<string, string>} labels
 * @property {string} opening
 * @property {string} head
 * @property {string} tail
 * @property {string} [ticket]
 * @property {number} mailbox
 * @property {string} site
 * @property {Record<string, string>} number words around a reply code
 * @property {boolean} proof whether a follow-up has to show that it was answered
 */
/**
 * Something to send. `to`: the field that names the desk. `write`: the text between the server's opening and its end,
 * asked for anew with every try. `extra`: more fields.
 * @typedef {object} Letter
 * @property {() => Record<string, string>} to asked for anew, too: another desk may stand in the place of one that closed
 * @property {(keys: Keys) => string | Promise<string>} write
 * @property {(keys: Keys) => Record<string, string>} [extra]
 */
/** @typedef {{ status: number, wait: number, body: string }} Answer */
/** @typedef {HTMLFormElement & { elements: HTMLFormControlsCollection & { t: HTMLInputElement } }} TicketForm */

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const TRIES = 3;
const PATIENCE = 60_000; // ms after which a connection that does not answer counts as none
/** @type {WeakMap<HTMLFormElement, Attempt>} the same again must stay one request */
const attempts = new WeakMap();

/** A reason not to have sent; `words` are for her. */
export class Failure extends Error {
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

/** @param {Uint8Array} bytes */
export function base64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/[=]+$/, "");
}

/**
 * The server's answer, whatever its status.
 * @template Body
 * @param {HTMLFormElement} form
 * @param {string} address
 * @param {Record<string, string>} fields
 * @param {(response: Response) => Promise<Body>} read
 */
export async function ask(form, address, fields, read) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const body = new URLSearchParams({ ...fields, v: "1" }); // the end mark
  const headers = { "X-Requested-With": "script" };
  /** @type {RequestInit} */
  const options = { method: "POST", body, headers, credentials: "omit", cache: "no-store", redirect: "error", signal };
  try {
    const response = await fetch(address, options);
    return { status: response.status, wait: Number(response.headers.get("Retry-After")), body: await read(response) };
  } catch {
    throw new Failure(form.dataset.offline);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<Answer>}
 */
const post = (form, address, fields) => ask(form, address, fields, (response) => response.text());

/**
 * The reason of an answer. If her desk is closed, its place in the form is taken by the choice of another.
 * @param {HTMLFormElement} form
 * @param {Answer} answer
 * @param {Failure} silence the reason if the answer is none of ours, but the proxy's
 */
function refusal(form, { body }, silence) {
  const problem = parse(body).querySelector("[data-problem]");
  if (!problem) return silence;
  const others = problem.querySelector("template");
  if (others) form.querySelector("[type=hidden][name=b], #altri")?.replaceWith(others.content);
  return new Failure(problem.querySelector("p")?.textContent ?? "", problem.querySelector("h1")?.textContent);
}

/**
 * An envelope has left and nobody of ours answered: it may be stored. The same again stays one request.
 * @param {HTMLFormElement} form
 */
const unsure = ({ dataset }) => new Failure(dataset.unsure, dataset.perhaps);

/**
 * The identity of what is being sent: kept for as long as she changes nothing.
 * @param {HTMLFormElement} form
 * @param {string} to
 * @param {string} text
 */
function attemptOf(form, to, text) {
  const last = attempts.get(form);
  if (last?.to === to && last.text === text) return last;
  const random = crypto.getRandomValues(new Uint8Array(24));
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const reference = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const attempt = { to, text, reference, id: base64url(random.subarray(8)) };
  attempts.set(form, attempt);
  return attempt;
}

/**
 * @param {HTMLFormElement} form
 * @param {Keys} keys
 * @param {Attempt} attempt
 */
async function envelope(form, keys, attempt) {
  try {
    const text = keys.opening + attempt.reference + keys.head + attempt.text + keys.tail;
    return base64url(await seal(text, keys.keys));
  } catch {
    throw new Failure(form.dataset.unable);
  }
}

/**
 * One exchange with the server: its answer to the sealed text, and the reference that is inside.
 * @param {TicketForm} form
 * @param {Letter} letter
 * @returns {Promise<[Answer, string]>}
 */
async function tryOnce(form, { to: place, write, extra }) {
  const to = place();
  const { keys: address = "", send = form.action } = form.dataset;
  const ticket = form.elements.t;
  const found = await post(form, address, { t: ticket.value, ...to });
  if (found.status !== 200) throw refusal(form, found, new Failure(form.dataset.offline));
  /** @type {Keys} */
  const keys = JSON.parse(found.body);
  const text = await write(keys);
  if (keys.ticket) ticket.value = keys.ticket;
  const attempt = attemptOf(form, JSON.stringify(to), text);
  const z = await envelope(form, keys, attempt);
  const fields = { t: ticket.value, ...to, y: attempt.id, z, x: proofOf(ticket.value), ...extra?.(keys) };
  const answer = await post(form, send, fields).catch(() => Promise.reject(unsure(form)));
  return [answer, attempt.reference];
}

/**
 * Send, again if the server says that the keys changed (409) or that it is too early (429). Rejects with a Failure.
 * @param {TicketForm} form with the addresses and words in its data, and the ticket in `t`
 * @param {Letter} letter
 */
export async function deliver(form, letter) {
  if (!ready()) throw new Failure(form.dataset.unable);
  for (let left = TRIES; ; left -= 1) {
    const [answer, reference] = await tryOnce(form, letter);
    if (answer.status === 200) {
      attempts.delete(form);
      return { html: answer.body, reference };
    }
    // Her ticket has brought another request already: the answer holds a new one.
    const next = /** @type {HTMLElement | null} */ (parse(answer.body).querySelector("[data-ticket]"));
    if (next?.dataset.ticket) form.elements.t.value = next.dataset.ticket;
    prove(form.elements.t.value);
    if (left === 1 || ![409, 429].includes(answer.status)) throw refusal(form, answer, unsure(form));
    await new Promise((resolve) => setTimeout(resolve, answer.wait * 1000));
  }
}
