// Makes the proof of work of a form's ticket while she writes (contatti/contact_form/work.py checks it): SHA-256 in
// slices short enough to be felt by nobody. Without it, or with a phone too slow for it, the form is sent all the same.

const WORK_SLICE = 8; // ms of work, after which whatever she does has its turn
const LONGEST_WORK = 30_000; // ms of work on one ticket, after which it stays without
const WORK_ROUNDS = 64;

/** @typedef {{ ticket: string, proof: string, spent: number }} Work */
/** @type {Work} the last ticket that was worked on: a page has one form */
let work = { ticket: "", proof: "", spent: 0 };

/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function roots() {
  /** @type {number[]} */
  const primes = [];
  for (let n = 2; primes.length < WORK_ROUNDS; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  /** @param {number} power */
  const fractions = (power) => Int32Array.from(primes, (prime) => (prime ** power % 1) * 2 ** 32);
  return { keys: fractions(1 / 3), start: fractions(1 / 2).slice(0, 8) };
}

const { keys: hashKeys, start: hashStart } = roots();
const blockWords = new Int32Array(WORK_ROUNDS);

/** @param {number} x @param {number} n */
const rotate = (x, n) => (x >>> n) | (x << (32 - n));

function spreadWords() {
  for (let i = 16; i < WORK_ROUNDS; i += 1) {
    const [a, b] = [blockWords[i - 15] ?? 0, blockWords[i - 2] ?? 0];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    blockWords[i] = (blockWords[i - 16] ?? 0) + s0 + (blockWords[i - 7] ?? 0) + s1;
  }
}

/** The first 32 bits of SHA-256 of the one block that begins the schedule (FIPS 180-4, 6.2.2). */
function firstWord() {
  spreadWords();
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hashStart;
  for (let i = 0; i < WORK_ROUNDS; i += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (hashKeys[i] ?? 0) + (blockWords[i] ?? 0)) | 0;
    const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  return (a + (hashStart[0] ?? 0)) >>> 0;
}

/** @param {string} text ASCII, at most 55 letters: one block, padded (FIPS 180-4, 5.1.1) */
export function firstWordOf(text) {
  blockWords.fill(0, 0, 16);
  for (let i = 0; i <= text.length; i += 1) {
    const byte = i < text.length ? text.charCodeAt(i) : 0x80;
    blockWords[i >> 2] = (blockWords[i >> 2] ?? 0) | (byte << (24 - 8 * (i & 3)));
  }
  blockWords[15] = text.length * 8;
  return firstWord();
}

/** @param {string} ticket @returns {[string, number]} its nonce, and how many bits have to be zero; 0 for none */
function asked(ticket) {
  const [, nonce = "", bits = ""] = /^\d+\.([\w-]{22})\.(\d{1,2}):/.exec(ticket) ?? [];
  return [nonce, Number(bits)];
}

/** Lets the browser do whatever waits: a timer would make a pause of its own. */
function pause() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(null);
    };
    port2.postMessage(null);
  });
}

/** @param {string} ticket */
export async function prove(ticket) {
  const [nonce, bits] = asked(ticket);
  if (!bits || bits > 32 || work.ticket === ticket) return;
  const mine = { ticket, proof: "", spent: 0 };
  work = mine;
  const limit = 2 ** (32 - bits);
  for (let number = 0; work === mine && !mine.proof && mine.spent < LONGEST_WORK; ) {
    const began = performance.now();
    while (!mine.proof && performance.now() - began < WORK_SLICE)
      for (const end = number + 64; number < end && !mine.proof; number += 1)
        if (firstWordOf(`${nonce}.${number}`) < limit) mine.proof = String(number);
    mine.spent += performance.now() - began;
    await pause();
  }
}

/** @param {string} ticket @returns {string} what was found for it until now */
export const proofOf = (ticket) => (work.ticket === ticket ? work.proof : "");

/** @param {Element | null} form */
function beginWork(form) {
  const ticket = form instanceof HTMLFormElement ? form.elements.namedItem("t") : null;
  if (ticket instanceof HTMLInputElement) prove(ticket.value);
}

if (globalThis.document) {
  for (const form of document.forms ?? []) beginWork(form);
  document.addEventListener("input", ({ target }) => beginWork(/** @type {Element} */ (target).closest("form")));
}
