// Makes the proof of work of a form's ticket while she writes (contatti/contact_form/work.py checks it): SHA-256 in
// slices short enough to be felt by nobody. Without it, or with a phone too slow for it, the form is sent all the same.

const SLICE = 8; // ms of work, after which whatever she does has its turn
const PATIENCE = 30_000; // ms of work on one ticket, after which it stays without
const ROUNDS = 64;

/** @typedef {{ ticket: string, proof: string, spent: number }} Work */
/** @type {Work} the last ticket that was worked on: a page has one form */
let work = { ticket: "", proof: "", spent: 0 };

/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function roots() {
  /** @type {number[]} */
  const primes = [];
  for (let n = 2; primes.length < ROUNDS; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  /** @param {number} power */
  const fractions = (power) => Int32Array.from(primes, (prime) => (prime ** power % 1) * 2 ** 32);
  return { keys: fractions(1 / 3), start: fractions(1 / 2).slice(0, 8) };
}

const { keys, start } = roots();
const schedule = new Int32Array(ROUNDS);

/** @param {number} x @param {number} n */
const turn = (x, n) => (x >>> n) | (x << (32 - n));

function expand() {
  for (let i = 16; i < ROUNDS; i += 1) {
    const [a, b] = [schedule[i - 15] ?? 0, schedule[i - 2] ?? 0];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    schedule[i] = (schedule[i - 16] ?? 0) + s0 + (schedule[i - 7] ?? 0) + s1;
  }
}

/** The first 32 bits of SHA-256 of the one block that begins the schedule (FIPS 180-4, 6.2.2). */
function firstWord() {
  expand();
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = start;
  for (let i = 0; i < ROUNDS; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (keys[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const t2 = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  return (a + (start[0] ?? 0)) >>> 0;
}

/** @param {string} text ASCII, at most 55 letters: one block, padded (FIPS 180-4, 5.1.1) */
export function firstWordOf(text) {
  schedule.fill(0, 0, 16);
  for (let i = 0; i <= text.length; i += 1) {
    const byte = i < text.length ? text.charCodeAt(i) : 0x80;
    schedule[i >> 2] = (schedule[i >> 2] ?? 0) | (byte << (24 - 8 * (i & 3)));
  }
  schedule[15] = text.length * 8;
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
  for (let number = 0; work === mine && !mine.proof && mine.spent < PATIENCE; ) {
    const began = performance.now();
    while (!mine.proof && performance.now() - began < SLICE)
      for (const end = number + 64; number < end && !mine.proof; number += 1)
        if (firstWordOf(`${nonce}.${number}`) < limit) mine.proof = String(number);
    mine.spent += performance.now() - began;
    await pause();
  }
}

/** @param {string} ticket @returns {string} what was found for it until now */
export const proofOf = (ticket) => (work.ticket === ticket ? work.proof : "");

/** @param {Element | null} form */
function begin(form) {
  const ticket = form instanceof HTMLFormElement ? form.elements.namedItem("t") : null;
  if (ticket instanceof HTMLInputElement) prove(ticket.value);
}

if (globalThis.document) {
  for (const form of document.forms ?? []) begin(form);
  document.addEventListener("input", ({ target }) => begin(/** @type {Element} */ (target).closest("form")));
}
