// Fetches what a number needs (contatti/views/number.py, parts): ciphers and words, for which a first visit has no room.
import { parse, run } from "./page.js";

let place = "";

/**
 * The functions of number.js and reading.js, with their words in the language of the address. Rejects without a network.
 * @param {string} address
 */
export async function partsFrom(address) {
  if (globalThis.numbers && place === address) return globalThis.numbers;
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
  place = address;
  return numbers;
}
