// Opens the answers to a number in her browser: the number never leaves it, and the keys live in this file's memory
// until the page is hidden, rests for a minute, or shows another page.
import { grouped, readCode } from "../../contatti/sealed/static/sealed/code.js";
import { keysOf } from "../../contatti/sealed/static/sealed/conversation.js";
import { openAnswers, readReply } from "../../contatti/sealed/static/sealed/reply.js";
import { ready } from "../../contatti/sealed/static/sealed/seal.js";
import { letterAfter } from "./followup.js";
import { block, drop, errors, forget, make, mask, part, slot, speakOfNumbers } from "./number.js";
import { parse } from "./page.js";
import { ask, base64url, deliver, Failure } from "./sending.js";
import { isRightWord, lockedAnswer, shownAnswer } from "./shown.js";

/** @typedef {import("./sending.js").TicketForm} ReaderForm */
/** @typedef {import("../../contatti/sealed/static/sealed/conversation.js").Keys} ConversationKeys */
/** @typedef {import("../../contatti/sealed/static/sealed/reply.js").OpenedAnswer} OpenedAnswer */
/** @typedef {{ form: ReaderForm, keys: ConversationKeys, answers: OpenedAnswer[], words: string[], sent: number }} Sitting */

const REST = 60_000; // ms without a touch or a key
/** @type {Sitting | null} */
let sitting = null;
/** @type {HTMLFormElement | null} */
let latestForm = null;
let turn = 0;
let resting = 0;

/** @param {Element} form */
const resultOf = (form) => slot(/** @type {HTMLElement} */ (form.closest("main")), "result");

/**
 * Put one of the states in the place of what is shown, and go there.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function state(form, name) {
  const result = resultOf(form);
  result.replaceChildren(part(name).content);
  form.hidden = name === "answers";
  const heading = result.querySelector("h2");
  if (document.hidden || !heading) return result;
  heading.tabIndex = -1;
  heading.focus();
  return result;
}

/** Leave nothing to be read, nor the keys to read it. @param {string} [name] of what is said instead */
function close(name) {
  turn += 1;
  const form = latestForm;
  sitting = null;
  latestForm = null;
  if (!form) return;
  if (name) state(form, name);
  else resultOf(form).replaceChildren();
  form.hidden = false;
}

/** @param {HTMLFormElement} form */
const numberField = (form) => /** @type {HTMLInputElement} */ (form.elements.namedItem("n"));

/** @param {HTMLFormElement} form @param {string} words beside the field; none takes them away */
function tell(form, words) {
  const field = numberField(form);
  const error = slot(form, "slip");
  error.textContent = words;
  error.hidden = !words;
  field.ariaInvalid = words ? "true" : null;
  if (words) field.focus();
}

/** @param {OpenedAnswer[]} answers the newest that proposes a time: of the others it is no longer the question */
const proposal = (answers) => [...answers].reverse().find(({ document }) => document.appointment);

/** @returns {HTMLElement} where the answers stand, those open that have no word or whose word she has typed */
function list() {
  const { form, answers, words } = /** @type {Sitting} */ (sitting);
  const newest = proposal(answers);
  const shown = answers.map((answer) =>
    !answer.document.word || words.some((word) => isRightWord(word, answer))
      ? shownAnswer(answer, answer === newest)
      : lockedAnswer(answer),
  );
  const place = slot(resultOf(form), "list");
  place.replaceChildren(...shown.reverse());
  return place;
}

/**
 * @param {HTMLFormElement} form
 * @param {ConversationKeys} keys
 * @returns {Promise<{ status: number, body: ArrayBuffer }>}
 */
const fetchReply = (form, keys) =>
  ask(form, form.dataset.answers ?? "", { l: base64url(keys.locator) }, (response) => response.arrayBuffer());

/** @param {ReaderForm} form @param {string} code */
async function open(form, code) {
  const { site = "", preparing = "", asking = "" } = form.dataset;
  const status = slot(form, "status");
  const mine = ++turn;
  latestForm = form;
  status.textContent = preparing;
  const keys = await keysOf(code, site);
  status.textContent = asking;
  const { status: found, body } = await fetchReply(form, keys);
  const answers = found === 200 ? await openAnswers(readReply(new Uint8Array(body)), keys, site) : [];
  if (mine !== turn) return;
  if (!answers.length) {
    if (found !== 200) numberField(form).value = grouped(code); // she is asked to try again
    state(form, found === 200 ? "nothing" : "busy");
    return;
  }
  sitting = { form, keys, answers, words: [], sent: 0 };
  state(form, "answers");
  list();
}

/** @param {HTMLFormElement} form */
export async function read(form) {
  const field = numberField(form);
  const { code, slip } = readCode(field.value);
  tell(form, slip && (form.dataset[slip] ?? ""));
  if (slip) return;
  field.value = "";
  resultOf(form).replaceChildren();
  const status = slot(form, "status");
  try {
    if (!ready()) throw new Failure(form.dataset.unable);
    await open(/** @type {ReaderForm} */ (form), code);
    status.textContent = "";
  } catch (error) {
    status.textContent = error instanceof Failure ? (error.words ?? "") : "";
    if (!(error instanceof Failure)) state(form, "altered");
    else if (latestForm === form) field.value = grouped(code);
  }
}

/**
 * Say what became of something that she did: beside the answers, or in their place if they were closed meanwhile.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} [why]
 */
function say(form, name, why) {
  const said = sitting && slot(resultOf(sitting.form), "said");
  if (said) {
    said.replaceChildren(part(name).content);
    said.focus();
  } else state(form, name);
  if (why) slot(said ?? resultOf(form), "why").textContent = why;
}

/** @param {Sitting} now @param {string} did */
async function send(now, did) {
  const { form, keys, answers, sent } = now;
  const result = resultOf(form);
  const field = result.querySelector("textarea");
  const newest = /** @type {OpenedAnswer} */ (answers.at(-1));
  const text = did === "writes" ? (field?.value ?? "") : "";
  if (did === "writes" && !text.trim()) return field?.focus();
  const answer = (did === "writes" ? newest : proposal(answers)) ?? newest;
  const followUp = { did, text, answer, newest, sent };
  slot(result, "said").textContent = form.dataset.sending ?? "";
  const { html } = await deliver(
    form,
    letterAfter(followUp, keys, () => sitting !== now),
  );
  now.sent += 1;
  say(form, did);
  const later = parse(html).querySelector("[data-later]");
  if (later) slot(result, "said").append(later);
  if (sitting !== now) return;
  if (field && did === "writes") field.value = "";
  for (const choose of result.querySelectorAll("[data-choose]")) if (did !== "writes") choose.remove();
}

/** @param {Sitting} now */
async function erase({ form, keys }) {
  const { status } = await ask(form, form.dataset.erase ?? "", { l: base64url(keys.locator) }, (each) => each.text());
  if (status !== 200) throw new Failure();
  close("erased");
}

/** @param {Sitting} now @param {string} did */
async function act(now, did) {
  const { form } = now;
  const result = resultOf(form);
  if (did === "close") return close();
  if (did === "doubt" || did === "keep") {
    slot(result, "sure").hidden = did === "keep";
    slot(result, did === "keep" ? "do=doubt" : "sure").focus();
    return;
  }
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await (did === "erase" ? erase(now) : send(now, did));
  } catch (error) {
    say(form, did === "erase" ? "unerased" : "failed", error instanceof Failure ? error.words : "");
  } finally {
    form.ariaBusy = null;
  }
}

document.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-result] [data-do]"));
  if (button && sitting) act(sitting, button.dataset.do ?? "");
});
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches("[data-word]")) return;
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  if (!sitting) return;
  const typed = field.value;
  const isRight = sitting.answers.some((answer) => answer.document.word && isRightWord(typed, answer));
  if (isRight) {
    sitting.words.push(typed);
    return list().focus();
  }
  field.value = "";
  slot(form, "slip").hidden = false;
  field.focus();
});

function cover() {
  mask();
  /** @type {HTMLFormElement | null} */
  const form = latestForm ?? document.querySelector("[data-reader]");
  if (!form || !(latestForm || numberField(form).value)) return;
  numberField(form).value = "";
  latestForm = form;
  close("closed");
}
function rest() {
  clearTimeout(resting);
  resting = setTimeout(cover, REST);
}
for (const name of ["pointerdown", "keydown", "touchmove", "wheel", "scroll", "input"])
  addEventListener(name, rest, { capture: true, passive: true });
document.addEventListener("visibilitychange", () => document.hidden && cover());
addEventListener("pagehide", () => close());
document.addEventListener("visit", () => {
  forget();
  close();
});
globalThis.numbers = { speak: speakOfNumbers, make, drop, errors, block, read, deliver };
document.dispatchEvent(new Event("numbers"));
