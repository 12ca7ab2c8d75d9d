// An operator's key pair and its self-signed certificate (RFC 5280), made in her browser: the same kind as
// contatti/sealed/certificates/generate.py. The private key leaves this module in the file that she saves, nowhere else.
import { element, random, SEQUENCE, SET } from "./seal.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ name: string, privateKey: Bytes, certificate: Bytes }} OperatorKey private key as PKCS #8, both DER */

const BITS = 3072;
const DAYS = 1095;
const ALGORITHM = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const [INTEGER, BIT_STRING, UTF8_STRING, UTC_TIME] = /** @type {const} */ ([0x02, 0x03, 0x0c, 0x17]);
const VERSION_3 = "a003020102";
const SHA256_WITH_RSA = "300d06092a864886f70d01010b0500";
const COMMON_NAME = "0603550403";
// BasicConstraints without a CA, critical; KeyUsage digitalSignature and keyEncipherment, critical; emailProtection.
const EXTENSIONS = [
  "300c0603551d130101ff04023000",
  "300e0603551d0f0101ff0404030205a0",
  "30130603551d25040c300a06082b06010505070304",
];

/** @param {string} name */
const nameOf = (name) =>
  element(SEQUENCE, element(SET, element(SEQUENCE, COMMON_NAME, element(UTF8_STRING, new TextEncoder().encode(name)))));

/** @param {Date} moment before 2050, where UTCTime ends */
function time(moment) {
  const digits = moment.toISOString().replace(/\D/g, "").slice(2, 14);
  return element(UTC_TIME, new TextEncoder().encode(`${digits}Z`));
}

function serialNumber() {
  const number = random(20);
  number[0] = 64 + ((number[0] ?? 0) % 64); // positive, and never shorter
  return element(INTEGER, number);
}

/**
 * A new key and its certificate, valid for three years from now on.
 * @param {string} name seen by everybody who gets the certificate: a role, no person and no desk
 * @param {Date} [now]
 * @returns {Promise<OperatorKey>}
 */
export async function makeOperatorKey(name, now = new Date()) {
  const kind = { ...ALGORITHM, modulusLength: BITS, publicExponent: Uint8Array.of(1, 0, 1) };
  const pair = await crypto.subtle.generateKey(kind, true, ["sign", "verify"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const validity = element(SEQUENCE, time(now), time(new Date(now.getTime() + DAYS * 86_400_000)));
  const extensions = element(0xa3, element(SEQUENCE, ...EXTENSIONS));
  const subject = nameOf(name);
  const parts = [VERSION_3, serialNumber(), SHA256_WITH_RSA, subject, validity, subject, publicKey, extensions];
  const toBeSigned = element(SEQUENCE, ...parts);
  const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHM, pair.privateKey, toBeSigned));
  const certificate = element(SEQUENCE, toBeSigned, SHA256_WITH_RSA, element(BIT_STRING, "00", signature));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return { name, privateKey, certificate };
}

/**
 * @param {Bytes} certificate
 * @returns {Promise<string>} SHA-256, as the portal and openssl write it
 */
export async function fingerprint(certificate) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", certificate));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":");
}

/** @param {Bytes} certificate RFC 7468 */
export function pem(certificate) {
  const base64 = btoa(Array.from(certificate, (byte) => String.fromCharCode(byte)).join(""));
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
}
