// What an answer says, as the text that is sealed: the same as contatti/sealed/conversation/document.py.

/** @typedef {{ day: string, start: string, end: string, place: string, ask_for: string }} Appointment ISO day, HH:MM */
/** @typedef {{ text: string, day: string, appointment: Appointment | null, word: string }} AnswerDocument */

const DOCUMENT_VERSION = 1;
const DOCUMENT_PAD = 1024;
const MAX_DOCUMENT = 7 * DOCUMENT_PAD;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d$/;

/** @param {string} text bytes in UTF-8 */
const lengthOf = (text) => new TextEncoder().encode(text).length;

/** @param {AnswerDocument} document */
const contentOf = ({ text, day, appointment, word }) =>
  JSON.stringify({ v: DOCUMENT_VERSION, text, day, appointment, word });

/** @param {AnswerDocument} document bytes that may still be added, below zero for what is too long */
export const roomLeft = (document) => MAX_DOCUMENT - lengthOf(contentOf(document));

/**
 * JSON with spaces behind it, so that its length tells little. Throws for what is too long.
 * @param {AnswerDocument} document
 */
export function documentText(document) {
  const content = contentOf(document);
  const length = lengthOf(content);
  if (length > MAX_DOCUMENT) throw new RangeError("long");
  return content + " ".repeat((DOCUMENT_PAD - (length % DOCUMENT_PAD)) % DOCUMENT_PAD);
}

/** @param {Record<string, unknown>} found @param {string[]} names */
const areWords = (found, names) => names.every((name) => typeof found[name] === "string");

/** @param {unknown} found @returns {found is Appointment} */
function isAppointment(found) {
  const each = /** @type {Record<string, string>} */ (found);
  const isWhole = areWords(each, ["day", "start", "end", "place", "ask_for"]);
  return isWhole && DAY.test(each.day ?? "") && TIME.test(each.start ?? "") && TIME.test(each.end ?? "");
}

/**
 * The document of an opened answer. Throws for what no console of ours wrote.
 * @param {string} text
 * @returns {AnswerDocument}
 */
export function readDocument(text) {
  const found = JSON.parse(text);
  const isRight = found?.v === DOCUMENT_VERSION && areWords(found, ["text", "day", "word"]) && DAY.test(found.day);
  if (!isRight || (found.appointment && !isAppointment(found.appointment))) throw new TypeError("document");
  const { day, appointment, word } = found;
  return { text: found.text, day, appointment: appointment ?? null, word };
}
