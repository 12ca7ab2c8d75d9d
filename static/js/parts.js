// Fetches what sealing, a number and its answers need (contatti/views/number.py, parts): ciphers and words, for which a
// first visit has no room. Without it nothing is sent: there is no other way to close an envelope here.
import { parse, run } from "./page.js";

let place = "";
/** @type {Promise<Numbers> | null} */
let coming = null;

/** @param {string} address */
async function load(address) {
  const response = await fetch(address, { credentials: "omit", cache: "no-store" });
  const page = parse(await response.text());
  const script = page.querySelector("script");
  if (!script) throw new TypeError("parts");
  if (!globalThis.numbers) {
    const ready = new Promise((resolve) => document.addEventListener("numbers", resolve, { once: true }));
    run(script.textContent);
    await ready;
  }
  const numbers = /** @type {Numbers} */ (globalThis.numbers);
  numbers.speak(page);
  return numbers;
}

/**
 * The functions of reading.js, with words in the language of the address. Rejects without a network; asked again, it
 * tries again.
 * @param {string} [address]
 */
export function partsFrom(address = "") {
  if (!coming || place !== address) {
    place = address;
    coming = load(address).catch((error) => {
      coming = null;
      throw error;
    });
  }
  return coming;
}
