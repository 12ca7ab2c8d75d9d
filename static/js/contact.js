// Sends the contact form as a sealed envelope: the answers never leave the browser in clear.
// Without it the form posts its fields and the server seals (contatti/receiving/receive.py).

import { answers, check, fieldOf, isText, nameOf, posted } from "./answers.js";
import { parse } from "./page.js";
import { partsFrom } from "./parts.js";
import { numberBlock, numberErrors } from "./wish.js";

/** @typedef {import("./answers.js").ContactForm} ContactForm */
/** @typedef {{ failed: string, sending: string, phones: string, offline: string }} Words */

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
 * Where it goes: to the desk that she chose, or for an event to which she signs up.
 * @param {ContactForm} form
 * @returns {Record<string, string>}
 */
function placeOf(form) {
  const [b, q] = [posted(form, "b"), posted(form, "q")];
  return q ? { b, q } : { b };
}

/**
 * What is sent of the form: sealed for the desk that she chose.
 * @param {ContactForm} form
 * @returns {import("./sending.js").Letter}
 */
function letterOf(form) {
  const captcha = "g-recaptcha-response";
  return {
    to: () => placeOf(form),
    async write(keys) {
      // The exit, or she herself, may have emptied the form meanwhile, and an hour may have passed.
      const wrong = [...check(form, keys.labels), ...numberErrors(form)][0];
      if (wrong) throw Object.assign(new Error("refused"), { words: wrong[1] });
      return answers(form, keys.labels) + (await numberBlock(form, keys));
    },
    extra: () => ({ [captcha]: posted(form, captcha) }),
  };
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
  const received = /** @type {HTMLElement} */ (parse(html).querySelector("main"));
  /** @type {HTMLElement} */ (received.querySelector("[data-reference]")).textContent = reference;
  document.querySelector("main")?.replaceChildren(...received.childNodes);
  /** @type {HTMLElement} */ (document.querySelector("main h1")).focus();
  scrollTo(0, 0);
}

/** @param {ContactForm} form */
async function send(form) {
  const { failed, sending, phones, offline } = /** @type {Words} */ (form.dataset);
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-status]"));
  clear(form);
  const errors = [...check(form), ...numberErrors(form)];
  if (errors.length) return explain(failed, make("ul", {}, ...errors.map(mark)));
  form.ariaBusy = "true";
  status.textContent = sending;
  try {
    const { deliver } = await partsFrom(form.dataset.parts);
    const { html, reference } = await deliver(form, letterOf(form));
    show(form, html, reference);
  } catch (error) {
    const { words, heading } = /** @type {import("./sending.js").Failure} */ (error);
    const link = make("a", { href: "#telefoni" }, phones);
    explain(heading ?? failed, make("p", {}, words ?? offline), make("p", {}, link));
  } finally {
    form.ariaBusy = null;
    status.textContent = "";
  }
}

// What closes the envelope is there before she has written.
document.addEventListener("input", ({ target }) => {
  const form = /** @type {HTMLElement} */ (target).closest("form");
  if (form?.matches("[data-contact]")) partsFrom(form.dataset.parts).catch(() => null);
});
document.addEventListener("submit", (event) => {
  const form = /** @type {ContactForm} */ (event.target);
  if (!form.matches("[data-contact]")) return;
  event.preventDefault();
  if (form.ariaBusy !== "true") send(form);
});
