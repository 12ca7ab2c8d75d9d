// A number by which she can read the answer here: made when she ticks that she wants one.
// Without it the tick is sent with the form, and the server makes the number (contatti/receiving/numbered.py).
import { partsFrom } from "./parts.js";

/** @param {Element} form @returns {HTMLInputElement | null} */
const wishOf = (form) => form.querySelector("[data-wish]:checked");

/** @param {Element} wish */
const sectionOf = (wish) => /** @type {HTMLElement} */ (wish.closest("[data-number]"));

/**
 * What is wrong with the number: questions, and the words for them.
 * @param {HTMLFormElement} form
 * @returns {[HTMLElement, string][]}
 */
export function numberErrors(form) {
  const wish = wishOf(form);
  if (!wish) return [];
  const section = sectionOf(wish);
  return globalThis.numbers?.errors(form) ?? [[section, form.dataset.offline ?? ""]];
}

/**
 * What the text for the desk says of the number, empty if she wants none.
 * @param {HTMLFormElement} form
 * @param {import("./sending.js").Keys} keys
 */
export const numberBlock = async (form, keys) => (wishOf(form) ? globalThis.numbers?.block(form, keys) : "") ?? "";

/** @param {HTMLInputElement} wish */
async function follow(wish) {
  const section = sectionOf(wish);
  const status = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
  if (!wish.checked) return globalThis.numbers?.drop(section);
  status.textContent = section.dataset.preparing ?? "";
  try {
    const numbers = await partsFrom(wish.form?.dataset.parts);
    status.textContent = "";
    if (wish.checked) numbers.make(section);
  } catch (error) {
    status.textContent = /** @type {{ words?: string }} */ (error).words ?? wish.form?.dataset.offline ?? "";
    wish.checked = false;
  }
}

document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches("[data-wish]")) follow(target);
});
