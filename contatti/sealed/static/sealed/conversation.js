// What a code opens, and answers to it: the same as contatti/sealed/conversation on the server, so that nothing of a code
// ever has to leave the browser.
import { agree, ascii, expand, join, openWith, publicKeyOf, sealTo } from "./hpke.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ locator: Bytes, secret: Bytes, public: Bytes, place: Bytes }} Keys */
/** @typedef {{ siteId: string, desk: number, number: number }} Place */

const SECRET_DIGITS = 20;
const ITERATIONS = 100_000;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const [REPLY_VERSION, DESK, KEY, CHECK] = [1, 8, 32, 4];

/** @param {Bytes} data */
const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));

/** @param {number} number @param {number} length big-endian */
const bytesOf = (number, length) =>
  Uint8Array.from({ length }, (_, at) => Number((BigInt(number) >> BigInt(8 * (length - 1 - at))) & 255n));

/**
 * @param {string} code 22 digits
 * @param {string} siteId
 * @returns {Promise<Keys>}
 */
export async function keysOf(code, siteId) {
  const salt = await sha256(ascii(`amaranta/conversation/v1/${siteId}`));
  const digits = await crypto.subtle.importKey("raw", ascii(code.slice(0, SECRET_DIGITS)), "PBKDF2", false, [
    "deriveBits",
  ]);
  const settings = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const root = new Uint8Array(await crypto.subtle.deriveBits(settings, digits, 256));
  const locator = await expand(root, ascii("locator"), 16);
  const secret = await expand(root, ascii("x25519"), 32);
  return { locator, secret, public: await publicKeyOf(secret), place: await sha256(locator) };
}

/**
 * @param {Place} place
 * @param {Bytes} key public
 */
async function infoOf({ siteId, desk, number }, key) {
  const site = ascii(siteId);
  const parts = [ascii("amaranta/answer/v1"), bytesOf(site.length, 2), site, await sha256(key)];
  return join(...parts, bytesOf(desk, DESK), bytesOf(number, 4));
}

/**
 * @param {string} text
 * @param {Bytes} key her public key
 * @param {Place} place
 */
export const sealAnswer = async (text, key, place) => sealTo(ascii(text), key, await infoOf(place, key));

/**
 * The text of an answer. Rejects for one that was altered or belongs elsewhere.
 * @param {Bytes} sealed
 * @param {Keys} keys
 * @param {Place} place
 */
export async function openAnswer(sealed, keys, place) {
  const plain = await openWith(sealed, keys.secret, await infoOf(place, keys.public));
  return new TextDecoder("utf-8", { fatal: true }).decode(plain);
}

/**
 * What is kept of a key with the answers, so that who knows a place of another's is a stranger there.
 * @param {Bytes} key public
 */
export const markOf = (key) => sha256(join(ascii("amaranta/conversation-key/v1"), key));

/** @param {Bytes} content */
const checkOf = async (content) => (await sha256(join(ascii("amaranta/reply-code"), content))).slice(0, CHECK);

/**
 * What a sealed text carries so that the desk can answer.
 * @param {number} desk
 * @param {Keys} keys
 */
export async function replyCode(desk, keys) {
  const content = join([REPLY_VERSION], bytesOf(desk, DESK), keys.public, keys.place);
  return base32(join(content, await checkOf(content))).replace(/(.{6})(?=.)/g, "$1 ");
}

/** @param {Bytes} data RFC 4648, 6, without padding */
function base32(data) {
  const bits = Array.from(data, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/**
 * Whether something can be sealed for a public key: with a point of small order every secret agrees on zeros.
 * @param {Bytes} key
 */
const isUsable = (key) =>
  agree(new Uint8Array(KEY), key).then(
    () => true,
    () => false,
  );

/**
 * The parts of a pasted reply code, or null for one that is cut, mistyped, of another version or with no usable key.
 * @param {string} pasted
 */
export async function readReplyCode(pasted) {
  const letters = pasted.toUpperCase().replace(/[^A-Z2-7]+/g, "");
  const bits = [...letters].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
  if (bytes.length !== 1 + DESK + 2 * KEY + CHECK || bytes[0] !== REPLY_VERSION) return null;
  if (base32(bytes) !== letters) return null; // bits behind the last byte would let two spellings be one code
  const content = bytes.slice(0, -CHECK);
  if (String(await checkOf(content)) !== String(bytes.slice(-CHECK))) return null;
  const desk = Number(content.slice(1, 1 + DESK).reduce((number, byte) => number * 256n + BigInt(byte), 0n));
  const [key, place] = [content.slice(1 + DESK, 1 + DESK + KEY), content.slice(1 + DESK + KEY)];
  return (await isUsable(key)) ? { desk, public: key, place } : null;
}
