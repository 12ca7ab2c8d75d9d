// The proof of work: the same hash as everybody's, found in slices, for the ticket that stands in the form.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { load } from "./scripts.js";

const { firstWordOf, proofOf, prove } = await load("js/work.js");
const NONCE = "Zm9vYmFyYmF6cXV4Zm9vYg";
const word = (text) => createHash("sha256").update(text).digest().readUInt32BE(0);

test("the hash is SHA-256, for every length that fits one block", () => {
  for (let length = 0; length <= 55; length += 1)
    assert.equal(firstWordOf("a".repeat(length)), word("a".repeat(length)));
  assert.equal(firstWordOf(`${NONCE}.123456`), word(`${NONCE}.123456`));
});

test("what is found begins with as many zero bits as the ticket asks for", async () => {
  const ticket = `7.${NONCE}.12:1abc:signature`;
  assert.equal(proofOf(ticket), "");
  await prove(ticket);
  assert.ok(proofOf(ticket));
  assert.equal(word(`${NONCE}.${proofOf(ticket)}`) >>> 20, 0);
});

test("another ticket has no proof, and a newer one takes the place of an older", async () => {
  const [hard, easy] = [`7.${NONCE}.32:1abc:signature`, `8.${NONCE}.4:1abc:signature`];
  const working = prove(hard);
  await prove(easy);
  await working;
  assert.ok(proofOf(easy));
  assert.equal(proofOf(hard), "");
});

test("a ticket of a former version, or none, asks for nothing", async () => {
  for (const ticket of [`7.${NONCE}:1abc:signature`, "", "7.short.18:x:y"]) {
    await prove(ticket);
    assert.equal(proofOf(ticket), "");
  }
});
