// Seals a text as S/MIME EnvelopedData (RFC 5652), the structure that contatti/sealed/envelope/seal.py makes and
// contatti/sealed/envelope/parse.py accepts. No import and nothing at load time: it is inlined under a hash.
// Without it (no JavaScript, or ready() is false) the form posts its fields and the server seals.

const PAD = 4096;
const HEADER = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
export const [SEQUENCE, SET, OCTET_STRING, CONTEXT_0, CONTEXT_0_PRIMITIVE] = /** @type {const} */ ([
  0x30, 0x31, 0x04, 0xa0, 0x80,
]);
const ENVELOPED_DATA = "06092a864886f70d010703";
export const DATA = "06092a864886f70d010701";
const RSA_ENCRYPTION = "300d06092a864886f70d0101010500";
export const AES256_CBC = "060960864801650304012a";
const VERSION_0 = "020100";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {Bytes} bytes */
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
/** @param {string} hex an even number of digits, two at least */
const fromHex = (hex) =>
  Uint8Array.from(/** @type {string[]} */ (hex.match(/../g)), (pair) => Number.parseInt(pair, 16));
/** @param {Bytes} bytes */
const toInteger = (bytes) => BigInt(`0x${toHex(bytes)}`);
/** @param {string} binary one character for each byte */
const fromBinary = (binary) => Uint8Array.from(binary, (character) => character.charCodeAt(0));
/** @param {number} length */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @param {(Bytes | number[])[]} parts */
function concatenate(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * One DER element; parts are bytes, or hex for constants.
 * @param {number} tag
 * @param {(Bytes | string)[]} parts
 */
export function element(tag, ...parts) {
  const value = concatenate(parts.map((part) => (typeof part === "string" ? fromHex(part) : part)));
  const length = value.length.toString(16);
  const octets = fromHex(length.padStart(length.length + (length.length % 2), "0"));
  const header = value.length < 128 ? [tag, value.length] : [tag, 128 + octets.length, ...octets];
  return concatenate([header, value]);
}

/**
 * RSAES-PKCS1-v1_5 (RFC 8017, 7.2.1), which WebCrypto lacks: one power with a public exponent.
 * @param {Bytes} key
 * @param {Bytes} modulus
 * @param {bigint} exponent
 */
export function wrap(key, modulus, exponent) {
  const padding = random(modulus.length - key.length - 3);
  // No byte of it may be 0: that marks its end.
  for (let at = 0; at < padding.length; ) {
    if (padding[at]) at += 1;
    else crypto.getRandomValues(padding.subarray(at, at + 1));
  }
  if (exponent < 3n) throw new Error("no RSA key"); // its "power" would be the content key itself
  const message = toInteger(concatenate([[0, 2], padding, [0], key]));
  const n = toInteger(modulus);
  let power = 1n;
  for (const bit of exponent.toString(2)) {
    power = (power * power) % n;
    if (bit === "1") power = (power * message) % n;
  }
  return fromHex(power.toString(16).padStart(2 * modulus.length, "0"));
}

/**
 * @param {string} recipient what contatti/sealed/envelope/public_key.py writes of a certificate
 * @param {Bytes} key
 */
function recipientInfo(recipient, key) {
  const [identifier, modulus, exponent] = /** @type {[string, string, string]} */ (recipient.split(" "));
  const wrapped = wrap(key, fromBinary(atob(modulus)), BigInt(exponent));
  return element(SEQUENCE, VERSION_0, fromBinary(atob(identifier)), RSA_ENCRYPTION, element(OCTET_STRING, wrapped));
}

/**
 * The MIME entity of contatti/sealed/envelope/entity.py: base64, then CRLF filler that hides the length.
 * @param {string} text
 */
export function innerEntity(text) {
  const utf8 = new TextEncoder().encode(text.replace(/\r\n|\r|\n/g, "\r\n"));
  const base64 = btoa(Array.from(utf8, (byte) => String.fromCharCode(byte)).join(""));
  const content = HEADER + base64.replace(/.{1,76}/g, "$&\r\n");
  return fromBinary(content + "\r\n".repeat(((PAD - (content.length % PAD)) % PAD) / 2));
}

/** Whether this browser, on this connection, can seal. */
export function ready() {
  return Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle && globalThis.BigInt);
}

/**
 * The DER envelope of the text for every recipient (contatti/sealed/envelope/public_key.py), as a Uint8Array.
 * Rejects without recipients and for one that can't be read: then nothing may be sent.
 * @param {string} text
 * @param {string[]} keys
 */
export async function seal(text, keys) {
  if (!keys.length) throw new Error("no key");
  const key = random(32);
  const iv = random(16);
  const aes = await crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt"]);
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, aes, innerEntity(text)));
  const recipients = [...new Set(keys)].map((recipient) => toHex(recipientInfo(recipient, key))).sort(); // DER wants a SET OF in order, and some readers insist
  const algorithm = element(SEQUENCE, AES256_CBC, element(OCTET_STRING, iv));
  const content = element(SEQUENCE, DATA, algorithm, element(CONTEXT_0_PRIMITIVE, ciphertext));
  const enveloped = element(SEQUENCE, VERSION_0, element(SET, ...recipients), content);
  return element(SEQUENCE, ENVELOPED_DATA, element(CONTEXT_0, enveloped));
}
