// The file with an operator's key that her mail program imports (PKCS #12, RFC 7292). The old form, 3DES and SHA-1, opens
// everywhere; the modern one, PBES2 with AES-256 (RFC 8018), not in gpgsm 2.2, Apple's programs and old Windows. In both
// the passphrase carries the strength: 25 random digits.

import { tripleDes } from "./des3.js";
import { AES256_CBC, CONTEXT_0, DATA, element, OCTET_STRING, random, SEQUENCE, SET } from "./seal.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {import("./certificate.js").OperatorKey} OperatorKey */
/** @typedef {(data: Bytes) => Promise<[Bytes, Bytes]>} Cipher from data to AlgorithmIdentifier and ciphertext */

const ROUNDS = 2048; // each is an asynchronous digest: 600,000 of them took 46 seconds
const PBKDF2_ROUNDS = 600_000;
const SALT = 8; // macOS is said to refuse longer ones
const PASSPHRASE_DIGITS = 25;
const [FOR_KEY, FOR_IV, FOR_MAC] = [1, 2, 3]; // RFC 7292, B.3
const ENCRYPTED_DATA = "06092a864886f70d010706";
const KEY_BAG = "060b2a864886f70d010c0a0102";
const CERTIFICATE_BAG = "060b2a864886f70d010c0a0103";
const X509_CERTIFICATE = "060a2a864886f70d01091601";
const FRIENDLY_NAME = "06092a864886f70d010914";
const LOCAL_KEY_ID = "06092a864886f70d010915";
const SHA1_AND_3DES = "060a2a864886f70d010c0103";
const PBES2 = "06092a864886f70d01050d";
const PBKDF2 = "06092a864886f70d01050c";
const HMAC_WITH_SHA256 = "300c06082a864886f70d02090500";
const SHA1 = "300906052b0e03021a0500";
const SHA256 = "300d06096086480165030402010500";
const ROUNDS_DER = "02020800";
const PBKDF2_ROUNDS_DER = "02030927c0";

/** @returns {string} 25 digits, each alike: 83 bits */
export function makePassphrase() {
  let digits = "";
  while (digits.length < PASSPHRASE_DIGITS)
    for (const byte of random(64)) if (byte < 250 && digits.length < PASSPHRASE_DIGITS) digits += byte % 10;
  return digits;
}

/** @param {string} words as a BMPString: two bytes a letter */
const bmp = (words) =>
  Uint8Array.from([...words].flatMap((_, at) => [words.charCodeAt(at) >> 8, words.charCodeAt(at) & 255]));

/** @param {ArrayLike<number>} pattern @param {number} length */
const repeated = (pattern, length) => Uint8Array.from({ length }, (_, at) => pattern[at % pattern.length] ?? 0);

/** @typedef {{ hash: "SHA-1" | "SHA-256", passphrase: string, salt: Bytes }} Secret */

/**
 * RFC 7292, B.2.
 * @param {Secret} secret
 * @param {number} purpose
 * @param {number} length
 * @returns {Promise<Bytes>}
 */
async function derive({ hash, passphrase, salt }, purpose, length) {
  const block = 64;
  const words = bmp(`${passphrase}\0`);
  const wide = Math.ceil(words.length / block) * block;
  const input = new Uint8Array([...repeated(salt, block), ...repeated(words, wide)]);
  /** @type {number[]} */
  const output = [];
  while (output.length < length) {
    let digest = new Uint8Array([...new Array(block).fill(purpose), ...input]);
    for (let round = 0; round < ROUNDS; round += 1) digest = new Uint8Array(await crypto.subtle.digest(hash, digest));
    output.push(...digest);
    add(input, repeated(digest, block));
  }
  return Uint8Array.from(output.slice(0, length));
}

/** Add B + 1 to each block of the input. @param {Bytes} input @param {Bytes} block */
function add(input, block) {
  for (let start = 0; start < input.length; start += block.length) {
    let carry = 1;
    for (let at = block.length - 1; at >= 0; at -= 1) {
      carry += (input[start + at] ?? 0) + (block[at] ?? 0);
      input[start + at] = carry % 256;
      carry = Math.floor(carry / 256);
    }
  }
}

/** @param {string} passphrase @returns {Cipher} */
const oldCipher = (passphrase) => async (data) => {
  const salt = random(SALT);
  /** @type {Secret} */
  const secret = { hash: "SHA-1", passphrase, salt };
  const [key, iv] = [await derive(secret, FOR_KEY, 24), await derive(secret, FOR_IV, 8)];
  const parameters = element(SEQUENCE, element(OCTET_STRING, salt), ROUNDS_DER);
  return [element(SEQUENCE, SHA1_AND_3DES, parameters), tripleDes(data, key, iv)];
};

/** @param {string} passphrase @returns {Cipher} */
const modernCipher = (passphrase) => async (data) => {
  const [salt, iv] = [random(16), random(16)];
  const words = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, [
    "deriveKey",
  ]);
  const settings = { name: "PBKDF2", hash: "SHA-256", salt, iterations: PBKDF2_ROUNDS };
  const key = await crypto.subtle.deriveKey(settings, words, { name: "AES-CBC", length: 256 }, false, ["encrypt"]);
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, data));
  const kdf = element(SEQUENCE, element(OCTET_STRING, salt), PBKDF2_ROUNDS_DER, HMAC_WITH_SHA256);
  const aes = element(SEQUENCE, AES256_CBC, element(OCTET_STRING, iv));
  return [element(SEQUENCE, PBES2, element(SEQUENCE, element(SEQUENCE, PBKDF2, kdf), aes)), ciphertext];
};

/** @param {OperatorKey} key @returns {Promise<Bytes>} what ties the key to its certificate */
async function attributes({ name, certificate }) {
  const id = new Uint8Array(await crypto.subtle.digest("SHA-1", certificate));
  const friendly = element(SEQUENCE, FRIENDLY_NAME, element(SET, element(0x1e, bmp(name))));
  return element(SET, friendly, element(SEQUENCE, LOCAL_KEY_ID, element(SET, element(OCTET_STRING, id))));
}

/** @param {Bytes} content */
const dataOf = (content) => element(SEQUENCE, DATA, element(CONTEXT_0, element(OCTET_STRING, content)));

/** @param {OperatorKey} key @param {Cipher} cipher @returns {Promise<Bytes>} AuthenticatedSafe */
async function safe(key, cipher) {
  const named = await attributes(key);
  const inside = element(SEQUENCE, X509_CERTIFICATE, element(CONTEXT_0, element(OCTET_STRING, key.certificate)));
  const bag = element(SEQUENCE, element(SEQUENCE, CERTIFICATE_BAG, element(CONTEXT_0, inside), named));
  const [ofCertificate, closed] = await cipher(bag);
  const encrypted = element(SEQUENCE, "020100", element(SEQUENCE, DATA, ofCertificate, element(0x80, closed)));
  const [ofKey, shrouded] = await cipher(key.privateKey);
  const info = element(SEQUENCE, ofKey, element(OCTET_STRING, shrouded));
  const keyBag = element(SEQUENCE, element(SEQUENCE, KEY_BAG, element(CONTEXT_0, info), named));
  return element(SEQUENCE, element(SEQUENCE, ENCRYPTED_DATA, element(CONTEXT_0, encrypted)), dataOf(keyBag));
}

/**
 * The file to import, as bytes.
 * @param {OperatorKey} key
 * @param {string} passphrase digits
 * @param {{ modern?: boolean }} [form] modern: PBES2 instead of the old form
 */
export async function pkcs12(key, passphrase, { modern = false } = {}) {
  const hash = modern ? "SHA-256" : "SHA-1";
  const content = await safe(key, modern ? modernCipher(passphrase) : oldCipher(passphrase));
  const salt = random(SALT);
  const secret = await derive({ hash, passphrase, salt }, FOR_MAC, modern ? 32 : 20);
  const mac = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["sign"]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", mac, content));
  const digestInfo = element(SEQUENCE, modern ? SHA256 : SHA1, element(OCTET_STRING, digest));
  return element(
    SEQUENCE,
    "020103",
    dataOf(content),
    element(SEQUENCE, digestInfo, element(OCTET_STRING, salt), ROUNDS_DER),
  );
}
