// The envelope, opened by Node's own cryptography and, whole, by OpenSSL.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  constants,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  webcrypto,
} from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { read } from "./der.js";
import { load } from "./scripts.js";

globalThis.crypto ??= webcrypto; // Node 18 hides it
const { element, innerEntity, seal, wrap } = await load("sealed/seal.js");

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const bytesOf = (name) => new Uint8Array(Buffer.from(publicKey.export({ format: "jwk" })[name], "base64url"));
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const modulus = bytesOf("n");
const exponent = BigInt(`0x${hex(bytesOf("e"))}`);
const unwrapped = (wrapped) => privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, wrapped);

/** Issuer and serial number, as far as sealing looks at them. */
const identifierOf = (serial) => element(0x30, "3000", Uint8Array.of(2, 1, serial));
/** What contatti/sealed/envelope/public_key.py writes of a certificate. */
const recipient = (identifier) => `${base64(identifier)} ${base64(modulus)} ${exponent}`;
/** The recipients' part of an envelope, and what follows it. */
function partsOf(envelope) {
  const [[, [[, type], [, [[, parts]]]]]] = read(envelope);
  return { type, version: parts[0][1], recipients: parts[1][1], content: parts[2][1] };
}

test("an element's length takes one octet below 128, and as many as it needs above", () => {
  const headers = { 0: "0400", 127: "047f", 128: "048180", 255: "0481ff", 256: "04820100", 65536: "0483010000" };
  for (const [length, header] of Object.entries(headers)) {
    const made = element(0x04, new Uint8Array(Number(length)));
    assert.equal(hex(made.subarray(0, made.length - Number(length))), header);
  }
});

test("parts follow one another, constants in hexadecimal among them", () => {
  assert.equal(hex(element(0x30, "020100", Uint8Array.of(5, 0), "0500")), "300702010005000500");
});

test("RSA's power is the one that Node computes of the same padded message", () => {
  const wrapped = wrap(new Uint8Array(32).fill(7), modulus, exponent);

  const again = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, unwrapped(wrapped));
  assert.equal(hex(again), hex(wrapped));
});

test("a wrapped key is as long as the modulus, and no byte of its padding is zero", () => {
  // Of 221 random bytes more than half the paddings would have one, were none replaced.
  for (let round = 0; round < 40; round += 1) {
    const key = new Uint8Array(32).fill(round);
    const wrapped = wrap(key, modulus, exponent);
    const message = unwrapped(wrapped);
    assert.equal(wrapped.length, 256);
    assert.equal(hex(message.subarray(0, 2)), "0002");
    assert.equal(message.indexOf(0, 2), 256 - 32 - 1);
    assert.equal(hex(message.subarray(-32)), hex(key));
  }
});

test("a small result keeps its leading zeros", () => {
  // Of numbers below the modulus 2 to the 24th + 1, all but one have a first byte of zero.
  for (let round = 0; round < 9; round += 1) {
    assert.equal(wrap(new Uint8Array(), Uint8Array.of(1, 0, 0, 1), 65537n).length, 4);
  }
});

test("an exponent that would leave the key readable is refused", () => {
  for (const bad of [0n, 1n, 2n]) assert.throws(() => wrap(new Uint8Array(32), modulus, bad), /no RSA key/);
});

test("texts of different lengths fill the same number of bytes", () => {
  for (const text of ["", "a", "città\n", "x".repeat(2000)]) assert.equal(innerEntity(text).length, 4096);
  for (let length = 2800; length < 3100; length += 1) assert.equal(innerEntity("x".repeat(length)).length % 4096, 0);
});

test("the entity is a text part in base64, with lines of 76 and the line ends of mail", () => {
  const text = "Perché no?\nSecond\r\nthird\rlast 🌱 ".repeat(20);
  const [head, body] = Buffer.from(innerEntity(text)).toString("latin1").split("\r\n\r\n");

  assert.equal(head, "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64");
  assert.deepEqual(
    [
      ...new Set(
        body
          .split("\r\n")
          .slice(0, -1)
          .map(({ length }) => length),
      ),
    ],
    [76],
  );
  assert.equal(Buffer.from(body, "base64").toString(), text.replace(/\r\n|\r|\n/g, "\r\n"));
});

test("the envelope is EnvelopedData whose key and text a recipient reads", async () => {
  const { type, version, recipients, content } = partsOf(await seal("Ciao", [recipient(identifierOf(5))]));
  const [[, [[, infoVersion], identifier, [, [[, wrapping]]], [, wrapped]]]] = recipients;
  const [[, contentType], [, [[, cipher], [, iv]]], [contentTag, ciphertext]] = content;
  assert.deepEqual([hex(type), hex(contentType)], ["2a864886f70d010703", "2a864886f70d010701"]);
  assert.deepEqual([hex(version), hex(infoVersion), contentTag], ["00", "00", 0x80]);
  assert.deepEqual(identifier, read(identifierOf(5))[0]);
  assert.deepEqual([hex(wrapping), hex(cipher)], ["2a864886f70d010101", "60864801650304012a"]);

  const opener = createDecipheriv("aes-256-cbc", unwrapped(wrapped).subarray(-32), iv);
  const entity = Buffer.concat([opener.update(ciphertext), opener.final()]);
  assert.equal(hex(entity), hex(innerEntity("Ciao")));
});

test("recipients are each named once", async () => {
  const { recipients } = partsOf(
    await seal(
      "Ciao",
      [9, 3, 7, 3].map((serial) => recipient(identifierOf(serial))),
    ),
  );

  assert.deepEqual(
    recipients.map(([, info]) => info[1][1][1][1][0]),
    [3, 7, 9],
  );
});

test("nothing is sealed for nobody, nor for somebody who can't be read", async () => {
  await assert.rejects(seal("Ciao", []), /no key/);
  await assert.rejects(seal("Ciao", ["nobody"]));
});

test("two envelopes of one text have another key and another beginning", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => seal("Ciao", [recipient(identifierOf(5))])));
  const keys = [one, other].map((envelope) => hex(unwrapped(partsOf(envelope).recipients[0][1][3][1]).subarray(-32)));
  const vectors = [one, other].map((envelope) => hex(partsOf(envelope).content[1][1][1][1]));

  assert.equal(one.length, other.length);
  assert.notEqual(keys[0], keys[1]);
  assert.notEqual(vectors[0], vectors[1]);
});

test("OpenSSL opens the envelope with the operator's certificate", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "sealed-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const [key, certificate, envelope] = ["key.pem", "certificate.pem", "envelope.der"].map((name) => join(folder, name));
  const openssl = (...words) => execFileSync("openssl", words, { stdio: ["ignore", "pipe", "ignore"] });
  writeFileSync(key, privateKey.export({ format: "pem", type: "pkcs8" }));
  openssl("req", "-x509", "-key", key, "-subj", "/CN=Anna", "-days", "9", "-set_serial", "77", "-out", certificate);
  // A name of one part (RFC 5280): SET of (2.5.4.3, UTF8String "Anna").
  const issuer = element(0x30, element(0x31, element(0x30, "0603550403", "0c04416e6e61")));
  writeFileSync(envelope, await seal("Perché sì 🌱", [recipient(element(0x30, issuer, "02014d"))]));

  const opened = openssl("cms", "-decrypt", "-inform", "DER", "-in", envelope, "-recip", certificate, "-inkey", key);
  assert.equal(opened.toString().split("\r\n\r\n")[1].trim(), base64("Perché sì 🌱"));
});
