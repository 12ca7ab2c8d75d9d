// The page that refers a case: write, read the letter, close it for the receiving keys of that moment, send. The text
// is sealed here; without this script nothing can be written, and the page says so.
import { grouped, makeCode } from "../code.js";
import { random, ready, seal } from "../seal.js";
import { ask } from "./ask.js";
import { coverUnattended } from "./away.js";
import { base64url, hex } from "./code.js";
import { clear, draft, fault, isEmpty, letterOf, receiverName, roomLeft } from "./letter.js";
import { data, part, say, words } from "./page.js";

/**
 * A letter that was read before it is closed; sealed and attempt, once it is: posted again, it is the same one.
 * @typedef {{ way: Record<string, string>, how: string, name: string, text: string, code: string, sealed: string,
 *   attempt: string }} Letter
 * @typedef {{ today: string, longest: number, addresses: { keys: string, send: string } }} Here
 * @typedef {{ keys?: string[], why?: string } | null} Told
 */

const LOCATOR = 8; // contatti/referral/answer_code.py
const HIDDEN = "•••• •••• •••• •••• •••• ••";
const here = /** @type {Here} */ (/** @type {unknown} */ (data));
const [preview, writing] = [part("preview", HTMLElement), part("writing", HTMLElement)];
const keep = part("keep", HTMLButtonElement);
/** @type {Letter | null} */
let looked = null;
let isUnsure = false; // whether a letter left, and nobody said whether it arrived

function lookAgain() {
  looked = null;
  preview.hidden = true;
  part("letter", HTMLElement).textContent = "";
  say("send-fault", "");
}

function countRoom() {
  const left = roomLeft(here.longest);
  say("room", left < 0 ? words("tooLong", { n: -left }) : words("left", { n: left }));
}

function look() {
  lookAgain();
  const wrong = fault(here.longest, here.today);
  say("draft-fault", wrong);
  if (wrong) return;
  const { sender, receiver, how } = draft();
  const code = makeCode();
  const text = letterOf(here.today, grouped(code));
  looked = { way: { sender, receiver }, how, name: receiverName(), text, code, sealed: "", attempt: "" };
  part("letter", HTMLElement).textContent = letterOf(here.today, HIDDEN);
  say("preview-to", words("previewTo", { name: looked.name }));
  say("moved", isUnsure ? words("perhaps") : "");
  preview.hidden = false;
  part("preview-title", HTMLElement).focus();
}

/**
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<{ outcome: string, told: Told }>}
 */
async function post(address, fields) {
  const { outcome, state } = await ask(address, fields);
  const told = /** @type {Told} */ (/** @type {unknown} */ (state));
  return { outcome: told?.why ?? outcome, told };
}

/** @param {Letter} letter @returns {Promise<string>} "done", or why it could not be closed */
async function close(letter) {
  if (letter.sealed) return "done";
  const { outcome, told } = await post(here.addresses.keys, letter.way);
  if (outcome !== "done") return outcome;
  letter.sealed = base64url(await seal(letter.text, told?.keys ?? []));
  letter.attempt = hex(random(32));
  return "done";
}

/** @param {Letter} letter @returns {Promise<string>} */
async function deliver(letter) {
  const closed = await close(letter).catch(() => "later");
  if (closed !== "done") return closed;
  const proof = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(letter.code))));
  const { sealed, attempt, how: consent } = letter;
  const fields = { ...letter.way, consent, locator: letter.code.slice(0, LOCATOR), proof, attempt, sealed };
  const { outcome } = await post(here.addresses.send, fields);
  isUnsure = outcome === "offline" || outcome === "later";
  if (outcome === "keys") letter.sealed = "";
  return outcome;
}

/** @param {boolean} isSending neither a second press nor another word while a letter is on its way */
function lock(isSending) {
  keep.disabled = isSending;
  writing.inert = isSending;
}

async function send() {
  if (!looked || keep.disabled) return;
  const letter = looked;
  lock(true);
  say("send-fault", "");
  say("sending", words("closing"));
  const outcome = await deliver(letter);
  lock(false);
  say("sending", "");
  if (outcome === "done") {
    forget();
    say("moved", "");
    say("kept", words("kept", { name: letter.name }));
    part("kept", HTMLElement).focus();
  } else say("send-fault", words(outcome, { name: letter.name }));
}

function forget() {
  clear();
  lookAgain();
  countRoom();
}

function begin() {
  part("console", HTMLElement).hidden = false;
  say("unable", "");
  forget(); // what a browser brought back
  for (const kind of ["input", "change"])
    writing.addEventListener(kind, () => {
      lookAgain();
      say("draft-fault", "");
      say("kept", "");
      countRoom();
    });
  part("look", HTMLButtonElement).addEventListener("click", look);
  keep.addEventListener("click", send);
  coverUnattended(part("console", HTMLElement), part("covered", HTMLElement));
  addEventListener("beforeunload", (event) => {
    if (!isEmpty()) event.preventDefault();
  });
  addEventListener("pagehide", forget); // a page that "Indietro" would bring back as it was
}

if (ready()) begin();
else say("unable", words("notCrypto"));
