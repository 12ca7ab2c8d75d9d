// Reads and checks what stands in the contact form. The text equals that of contatti/contact_form/text.py, and
// the checks those of contatti/contact_form/validation.py and typed_text.py.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/**
 * `d` is her text and `t` the form's ticket.
 * @typedef {{ d: HTMLTextAreaElement, t: HTMLInputElement }} Named
 * @typedef {HTMLFormElement & { elements: HTMLFormControlsCollection & Named }} ContactForm
 */
/**
 * The words that the desk reads: of groups, of questions and of `question.answer`.
 * @typedef {Record<string, string>} Labels
 */

const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const SHOWN =
  /[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Z}\u115f\u1160\u2065\u2800\u3164\ufdd0-\ufdef\uffa0\ufff0-\ufff8\ufffe\uffff\u{1d159}\u{e0000}-\u{e0fff}]/u;

/**
 * What is kept of typed text: nothing that can't be seen, and nothing at all if only that is there.
 * @param {string} words
 */
export function tidy(words) {
  const text = words
    .replace(/\r\n?/g, "\n")
    .replace(UNSEEN, "")
    .replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  return SHOWN.test(text) ? text : "";
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export const posted = (form, name) => /** @type {string} */ (new FormData(form).get(name) ?? "");

/** @param {ParentNode} within */
const questions = (within) => [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll("[data-kind]"))];

/** @param {HTMLElement} question */
const checked = (question) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll('input:checked:not([value=""])')),
];

/** @param {HTMLElement} question */
export const fieldOf = (question) => /** @type {Field} */ (question.querySelector("textarea, select, input"));

/** @param {HTMLElement} question */
const typed = (question) => tidy(fieldOf(question).value);

/** @param {HTMLElement} question */
export const nameOf = (question) => /** @type {Field} */ (question.querySelector("[name]")).name;

/** @param {HTMLElement} question */
export const isText = (question) => question.dataset.kind === "line" || question.dataset.kind === "lines";

/** @param {HTMLElement} question */
const isEmpty = (question) =>
  question.dataset.kind === "select" || isText(question) ? !typed(question) : !checked(question).length;

/**
 * @param {HTMLFormElement} form
 * @param {string} mark a question's name and an answer to it
 */
const isAnswered = (form, mark) => posted(form, mark.charAt(0)) === mark.slice(1);

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} question
 */
const isVoid = (form, { dataset: { unless, only } }) =>
  Boolean((only && !isAnswered(form, only)) || unless?.split(" ").some((mark) => isAnswered(form, mark)));

/**
 * One answer as the desk reads it, empty if there is none or another answer makes it void.
 * @param {ContactForm} form
 * @param {HTMLElement} question
 * @param {Labels} labels
 */
function line(form, question, labels) {
  const { kind } = question.dataset;
  const name = nameOf(question);
  const heading = labels[name];
  if (kind === "desk" || isVoid(form, question) || isEmpty(question)) return "";
  if (kind === "lines")
    return [
      `${heading}:`,
      ...typed(question)
        .split("\n")
        .map((row) => `  | ${row}`),
    ].join("\n");
  if (kind === "line") return `${heading}: ${typed(question)}`;
  const field = /** @type {HTMLSelectElement} */ (fieldOf(question));
  const chosen = kind === "select" ? [...field.selectedOptions] : checked(question);
  return `${heading}: ${chosen.map(({ value }) => labels[`${name}.${value}`]).join("; ")}`;
}

/**
 * The whole text.
 * @param {ContactForm} form
 * @param {Labels} labels
 */
export function answers(form, labels) {
  let text = "";
  // The words come in the order in which the desk reads the groups.
  for (const code of Object.keys(labels)) {
    const group = form.querySelector(`[data-group="${code}"]`);
    const lines =
      group &&
      questions(group)
        .map((question) => line(form, question, labels))
        .filter(Boolean);
    if (lines?.length) text += ["", `— ${labels[code]} —`, ...lines, ""].join("\n");
  }
  return text;
}

/**
 * What is wrong with the number of ticks in a question, or with one that the server knows no more.
 * @param {HTMLElement} question
 * @param {Labels} [labels]
 */
function wrongTicks(question, labels) {
  const { most, many, gone } = question.dataset;
  const ticks = most ? checked(question) : [];
  if (labels && ticks.some(({ name, value }) => !(`${name}.${value}` in labels))) return gone;
  return ticks.filter(({ value }) => value !== "0").length > Number(most) ? many : "";
}

/**
 * The errors in the form: questions, and the words for them.
 * @param {ContactForm} form
 * @param {Labels} [labels]
 */
export function check(form, labels) {
  /** @type {[HTMLElement, string][]} */
  const found = [];
  const text = /** @type {HTMLElement} */ (form.elements.d.closest("[data-kind]"));
  const bytes = new TextEncoder().encode([...new FormData(form).values()].join("")).length;
  for (const question of questions(form)) {
    const { missing, either } = question.dataset;
    const max = Number(fieldOf(question)?.dataset.max);
    const ticks = isVoid(form, question) ? "" : wrongTicks(question, labels);
    if (ticks) found.push([question, ticks]);
    else if (missing && isEmpty(question)) found.push([question, missing]);
    else if (either && isEmpty(question) && isEmpty(text)) found.push([question, either]);
    else if (max && ([...typed(question)].length > max || (question === text && bytes > Number(form.dataset.bytes))))
      found.push([question, form.dataset.long ?? ""]);
  }
  return found;
}
