// Opens the answers to a number in her browser: the number never leaves it, and the keys live in this file's memory
// until the page is hidden, rests for a minute, or shows another page.
import { readCode } from "../../contatti/sealed/static/sealed/code.js";
import { keysOf } from "../../contatti/sealed/static/sealed/conversation.js";
import { openAnswers, readReply } from "../../contatti/sealed/static/sealed/reply.js";
import { ready } from "../../contatti/sealed/static/sealed/seal.js";
import { letterAfter } from "./followup.js";
import { block, drop, errors, forget, make, mask, part, slot, speakOfNumbers } from "./number.js";
import { ask, base64url, deliver, Failure } from "./sending.js";
import { isRightWord, lockedAnswer, shownAnswer } from "./shown.js";

/** @typedef {import("./sending.js").TicketForm} ReaderForm */
/** @typedef {import("../../contatti/sealed/static/sealed/conversation.js").Keys} ConversationKeys */
/** @typedef {import("../../contatti/sealed/static/sealed/reply.js").OpenedAnswer} OpenedAnswer */
/** @typedef {{ form: ReaderForm, keys: ConversationKeys, answers: OpenedAnswer[], sent: number }} Sitting */

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

/** @param {HTMLFormElement} form @param {string} words beside the field; none takes them away */
function tell(form, words) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("n"));
  const error = slot(form, "slip");
  error.textContent = words;
  error.hidden = !words;
  field.ariaInvalid = words ? "true" : null;
  if (words) field.focus();
}

/** @param {OpenedAnswer[]} answers the newest that proposes a time: of the others it is no longer the question */
const proposal = (answers) => [...answers].reverse().find(({ document }) => document.appointment);

/** @param {string} [typed] her word, once she has typed it */
function list(typed = "") {
  const { form, answers } = /** @type {Sitting} */ (sitting);
  const newest = proposal(answers);
  const shown = answers.map((answer) =>
    isRightWord(typed, answer) || !answer.document.word ? shownAnswer(answer, answer === newest) : lockedAnswer(answer),
  );
  slot(resultOf(form), "list").replaceChildren(...shown.reverse());
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
    state(form, found === 200 ? "nothing" : "busy");
    return;
  }
  sitting = { form, keys, answers, sent: 0 };
  state(form, "answers");
  list();
}

/** @param {HTMLFormElement} form */
export async function read(form) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("n"));
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
  }
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
  const followUp = { did, text, answer, last: newest.number, sent };
  slot(result, "said").textContent = form.dataset.sending ?? "";
  await deliver(
    form,
    letterAfter(followUp, keys, () => sitting !== now),
  );
  now.sent += 1;
  if (sitting !== now) return state(form, did);
  slot(result, "said").replaceChildren(part(did).content);
  if (field && did === "writes") field.value = "";
  for (const choose of result.querySelectorAll("[data-choose]")) if (did !== "writes") choose.remove();
  slot(result, "said").focus();
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
    return;
  }
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await (did === "erase" ? erase(now) : send(now, did));
  } catch (error) {
    const words = error instanceof Failure ? error.words : "";
    if (sitting === now) slot(result, "said").replaceChildren(part("failed").content);
    if (sitting === now && words) slot(result, "why").textContent = words;
    if (sitting === now) slot(result, "said").focus();
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
  if (isRight) return list(typed);
  field.value = "";
  slot(form, "slip").hidden = false;
  field.focus();
});

function cover() {
  mask();
  if (sitting ?? latestForm) close("closed");
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
