// A number for her answer, on the form: made and shown here, typed again in part, and told to nobody but the desk,
// to whom the sealed text carries what it takes to answer (contatti/contact_form/number_text.py).
import { digitsOf, grouped, makeCode } from "../../contatti/sealed/static/sealed/code.js";
import { keysOf, replyCode } from "../../contatti/sealed/static/sealed/conversation.js";

/**
 * `asked`: the places of the two groups that she types again.
 * @typedef {{ code: string, asked: number[], keys: Promise<import("../../contatti/sealed/static/sealed/conversation.js").Keys> }} Made
 */

const WHOLE_GROUPS = 5; // the last is half a group
const LINE = /((?:\S+ ){9}\S+) /g; // ten groups of a reply code: mail programs break longer lines
/** @type {Map<HTMLElement, Made>} */
const made = new Map();
/** @type {Document | undefined} */
let words;

/** @param {Document} page the words, in her language */
export const speakOfNumbers = (page) => {
  words = page;
};

/**
 * A copy of one of the templates.
 * @param {string} name
 */
export function part(name) {
  const found = /** @type {HTMLTemplateElement} */ (words?.querySelector(`[data-part="${name}"]`));
  return { data: found.dataset, content: document.importNode(found.content, true) };
}

/** @param {ParentNode} within @param {string} name @returns {HTMLElement} */
export const slot = (within, name) => /** @type {HTMLElement} */ (within.querySelector(`[data-${name}]`));

/** @param {string} template @param {Record<string, string | number>} values */
export const fill = (template, values) => template.replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));

/** @param {HTMLElement} section @param {boolean} visible */
function reveal(section, visible) {
  const found = made.get(section);
  if (!found) return;
  const digits = grouped(found.code);
  slot(section, "digits").textContent = visible ? digits : digits.replace(/\d/g, "•");
  slot(section, "show").hidden = visible;
}

/** @returns {number[]} two different places, in order */
function twoPlaces() {
  const places = Array.from({ length: WHOLE_GROUPS }, (_, at) => at);
  for (const byte of crypto.getRandomValues(new Uint8Array(WHOLE_GROUPS - 2))) places.splice(byte % places.length, 1);
  return places;
}

/**
 * Show a new number in its section, with the fields in which she types two groups of it again.
 * @param {HTMLElement} section
 */
export function make(section) {
  const { data, content } = part("number");
  const code = makeCode();
  const asked = twoPlaces();
  const keys = keysOf(code, data.site ?? "");
  keys.catch(() => null); // told when she sends
  made.set(section, { code, asked, keys });
  const ordinals = data.ordinals?.split("|") ?? [];
  const labels = content.querySelectorAll("[data-again]");
  for (const [at, label] of labels.entries())
    label.textContent = fill(data.again ?? "", { ordinal: ordinals[asked[at] ?? 0] ?? "" });
  slot(section, "made").replaceChildren(content);
  reveal(section, true);
}

/** @param {HTMLElement} section */
export function drop(section) {
  made.delete(section);
  slot(section, "made").replaceChildren();
}

/** @param {HTMLElement} section @param {Made} found @returns {[HTMLElement, string][]} */
function slips(section, { code, asked }) {
  const groups = grouped(code).split(" ");
  const fields = [.../** @type {NodeListOf<HTMLInputElement>} */ (section.querySelectorAll("[data-kind] input"))];
  return fields
    .filter((field, at) => digitsOf(field.value) !== groups[asked[at] ?? 0])
    .map((field) => {
      const question = /** @type {HTMLElement} */ (field.closest("[data-kind]"));
      return [question, (field.value ? part("number").data.wrong : part("number").data.missing) ?? ""];
    });
}

/** @param {HTMLFormElement} form @returns {[HTMLElement, string][]} */
export function errors(form) {
  const section = slot(form, "number");
  const found = made.get(section);
  return found ? slips(section, found) : [[section, part("number").data.missing ?? ""]];
}

/**
 * The lines of the sealed text by which the desk can answer; `counter`: the last answer read, and which message it is.
 * @param {string} code
 * @param {Record<string, string>} around
 * @param {string} counter
 */
export const replyLines = (code, around, counter) =>
  `${around.before}${code.replace(LINE, "$1\n")}${fill(around.after ?? "", { counter })}`;

/** @param {HTMLFormElement} form @param {import("./sending.js").Keys} keys */
export async function block(form, keys) {
  const found = made.get(slot(form, "number"));
  if (!found) throw new Error("no number");
  return replyLines(await replyCode(keys.mailbox, await found.keys), keys.number, "0.1");
}

/** Take the digits from the screen; they come back when she asks for them. */
export function mask() {
  for (const section of made.keys()) reveal(section, false);
}

/** @param {Event} event */
function onClick({ target }) {
  const button = /** @type {Element} */ (target).closest("button");
  const section = /** @type {HTMLElement | null} */ (button?.closest("[data-number]"));
  if (!section) return;
  if (button?.matches("[data-show]")) reveal(section, true);
  if (button?.matches("[data-another]")) make(section);
}

/** Say at once what is wrong with a group that was typed again. @param {Event} event */
function onChange({ target }) {
  const question = /** @type {HTMLElement} */ (target).closest("[data-made] [data-kind]");
  const section = /** @type {HTMLElement | null} */ (question?.closest("[data-number]"));
  const found = section && made.get(section);
  if (!(found && question)) return;
  question.querySelector(".error")?.remove();
  const slip = slips(section, found).find(([each]) => each === question);
  const field = /** @type {HTMLInputElement} */ (question.querySelector("input"));
  field.ariaInvalid = slip ? "true" : null;
  if (!slip) return;
  const error = Object.assign(document.createElement("p"), { className: "error", id: `${field.name}-e` });
  error.textContent = slip[1];
  question.querySelector("label")?.after(error);
}

/** A page that Back brings up again must not hold it. */
export function forget() {
  for (const section of made.keys()) {
    drop(section);
    const wish = /** @type {HTMLInputElement} */ (slot(section, "wish"));
    wish.checked = false;
  }
}

document.addEventListener("click", onClick);
document.addEventListener("change", onChange);
