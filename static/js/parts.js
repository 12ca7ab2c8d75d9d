// Fetches what sealing, a number and its answers need (contatti/views/number.py, parts): ciphers and words, for which a
// first visit has no room. Without it nothing is sent: there is no other way to close an envelope here.
import { parse, run } from "./page.js";

const PATIENCE = 60_000; // ms after which a connection that does not answer counts as none
const START = 10_000; // ms for a file that is here already
let place = "";
/** @type {Promise<Numbers> | null} */
let coming = null;

/**
 * Run the file. A page that is older than it may not, and would otherwise wait for ever.
 * @param {string} text
 */
const start = (text) =>
  new Promise((resolve, reject) => {
    document.addEventListener("numbers", resolve, { once: true });
    document.addEventListener("securitypolicyviolation", reject, { once: true });
    setTimeout(reject, START, new Error("parts"));
    run(text);
  });

/** @param {string} address */
async function load(address) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const response = await fetch(address, { credentials: "omit", cache: "no-store", signal });
  const page = parse(await response.text());
  const script = page.querySelector("script");
  if (!(response.ok && script)) throw new TypeError("parts");
  if (!globalThis.numbers) {
    await start(script.textContent).catch(() => {
      throw Object.assign(new Error("parts"), { words: page.body.dataset.older });
    });
  }
  const numbers = /** @type {Numbers} */ (globalThis.numbers);
  numbers.speak(page);
  return numbers;
}

/**
 * The functions of reading.js, with words in the language of the address. Rejects without a network, and, with `words` for
 * her, in a page that is older than they are; asked again, it tries again.
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
