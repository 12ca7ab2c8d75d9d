// HPKE base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-GCM. One message each, no aad: what it belongs
// to stands in `info`. contatti/sealed/conversation/answer.py does the same on the server.
import { BASE_POINT, multiply } from "./x25519.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32); // before a raw private key
const HASH = 32;
const [NONCE, ENC, TAG] = [12, 32, 16];
const KEM = Uint8Array.of(75, 69, 77, 0, 32); // "KEM", DHKEM(X25519)

/** @param {string} words */
export const ascii = (words) => new TextEncoder().encode(words);

/** @param {ArrayLike<number>[]} parts @returns {Bytes} */
export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Bytes} key @param {Bytes} data */
export async function hmac(key, data) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
}

/**
 * HKDF-Expand (RFC 5869, 2.3).
 * @param {Bytes} key
 * @param {Bytes} info
 * @param {number} length
 */
export async function expand(key, info, length) {
  let [output, block] = [new Uint8Array(0), new Uint8Array(0)];
  for (let at = 1; output.length < length; at++) {
    block = await hmac(key, join(block, info, [at]));
    output = join(output, block);
  }
  return output.slice(0, length);
}

/** @param {Bytes} suite */
function labelled(suite) {
  const [version, none] = [ascii("HPKE-v1"), new Uint8Array(HASH)]; // WebCrypto takes no empty key; zeros are the same
  return {
    /** @param {Bytes} salt @param {string} label @param {Bytes} material */
    extract: (salt, label, material) => hmac(salt.length ? salt : none, join(version, suite, ascii(label), material)),
    /** @param {Bytes} key @param {string} label @param {Bytes} info @param {number} length */
    expand: (key, label, info, length) =>
      expand(key, join([length >> 8, length & 255], version, suite, ascii(label), info), length),
  };
}

/**
 * The shared point of two keys, by WebCrypto or, where it lacks the curve, by the ladder.
 * @param {Bytes} secret
 * @param {Bytes} point
 */
export async function agree(secret, point) {
  let shared;
  try {
    const key = await crypto.subtle.importKey("pkcs8", join(PKCS8, secret), "X25519", false, ["deriveBits"]);
    const other = await crypto.subtle.importKey("raw", point, "X25519", false, []);
    shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: other }, key, 256));
  } catch {
    shared = multiply(secret, point);
  }
  if (shared.every((byte) => byte === 0)) throw new Error("small order"); // RFC 7748, 6.1
  return shared;
}

/** @param {Bytes} secret */
export const publicKeyOf = (secret) => agree(secret, BASE_POINT);

/**
 * The key and nonce of one message (RFC 9180, 4.1 and 5.1).
 * @param {Bytes} shared
 * @param {[Bytes, Bytes]} keys encapsulated, and the receiver's public one
 * @param {Bytes} info
 * @param {number} bits
 */
async function schedule(shared, [enc, receiver], info, bits) {
  const kem = labelled(KEM);
  const prk = await kem.extract(new Uint8Array(0), "eae_prk", shared);
  const secretOfKem = await kem.expand(prk, "shared_secret", join(enc, receiver), HASH);
  const suite = labelled(join(ascii("HPKE"), [0, 32, 0, 1, 0, bits / 128]));
  const none = new Uint8Array(0);
  const context = join(
    [0],
    await suite.extract(none, "psk_id_hash", none),
    await suite.extract(none, "info_hash", info),
  );
  const secret = await suite.extract(secretOfKem, "secret", none);
  const key = await suite.expand(secret, "key", context, bits / 8);
  return {
    iv: await suite.expand(secret, "base_nonce", context, NONCE),
    aes: await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]),
  };
}

/**
 * The encapsulated key and the ciphertext in one.
 * @param {Bytes} plaintext
 * @param {Bytes} receiver public key
 * @param {Bytes} info
 * @param {{ ephemeral?: Bytes, bits?: number, aad?: Bytes }} [fixed] for test vectors
 */
export async function sealTo(plaintext, receiver, info, fixed = {}) {
  const ephemeral = fixed.ephemeral ?? crypto.getRandomValues(new Uint8Array(32));
  const enc = await publicKeyOf(ephemeral);
  const { iv, aes } = await schedule(await agree(ephemeral, receiver), [enc, receiver], info, fixed.bits ?? 256);
  const additionalData = fixed.aad ?? new Uint8Array(0);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, aes, plaintext);
  return join(enc, new Uint8Array(sealed));
}

/**
 * The plaintext. Rejects for what was altered or belongs elsewhere.
 * @param {Bytes} sealed
 * @param {Bytes} secret
 * @param {Bytes} info
 * @param {{ bits?: number, aad?: Bytes }} [fixed] for test vectors
 */
export async function openWith(sealed, secret, info, fixed = {}) {
  if (sealed.length < ENC + TAG) throw new Error("short");
  const enc = sealed.slice(0, ENC);
  const receiver = await publicKeyOf(secret);
  const { iv, aes } = await schedule(await agree(secret, enc), [enc, receiver], info, fixed.bits ?? 256);
  const additionalData = fixed.aad ?? new Uint8Array(0);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, aes, sealed.slice(ENC)));
}
