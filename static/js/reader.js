// Takes the form in which she types her number: what follows happens in her browser (reading.js).
// Without it the form posts the number, and the server opens the answers for that one page (contatti/reading).
import { partsFrom } from "./parts.js";

/** @returns {HTMLFormElement | null} */
const reader = () => document.querySelector("[data-reader]");

/** What follows is there before she has typed the number. */
const prepare = () => partsFrom(reader()?.dataset.parts).catch(() => null);

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches("[data-reader]")) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  try {
    const numbers = await partsFrom(form.dataset.parts);
    await numbers.read(form);
  } catch (error) {
    status.textContent = /** @type {{ words?: string }} */ (error).words ?? form.dataset.offline ?? "";
  } finally {
    form.ariaBusy = null;
  }
});
document.addEventListener("visit", () => reader() && prepare());
if (reader()) prepare();
