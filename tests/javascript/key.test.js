// What an operator's key is made of: the cipher of the old file form, and the passphrase.
import assert from "node:assert/strict";
import { createCipheriv, randomBytes } from "node:crypto";
import { test } from "node:test";
import { load } from "./scripts.js";

const { tripleDes } = await load("sealed/des3.js");
const { makePassphrase } = await load("sealed/pkcs12.js");

test("Triple DES gives what OpenSSL gives, for every length of the last block", () => {
  for (let length = 0; length <= 24; length += 1) {
    const [key, iv, data] = [randomBytes(24), randomBytes(8), randomBytes(length)];
    const cipher = createCipheriv("des-ede3-cbc", key, iv);
    const expected = Buffer.concat([cipher.update(data), cipher.final()]);
    assert.equal(Buffer.from(tripleDes(data, key, iv)).toString("hex"), expected.toString("hex"));
  }
});

test("a passphrase is 25 digits, each alike", () => {
  const digits = Array.from({ length: 400 }, makePassphrase);
  assert.ok(digits.every((each) => /^\d{25}$/.test(each)));
  for (const digit of "0123456789") {
    const share = digits.join("").split(digit).length - 1;
    assert.ok(share > 800 && share < 1200, `${digit}: ${share}`);
  }
});
