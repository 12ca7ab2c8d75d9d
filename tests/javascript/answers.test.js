import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_PAGE, load } from "./scripts.js";

globalThis.document = EMPTY_PAGE;
const { tidy } = await load("js/answers.js");
const { base64url } = await load("js/sending.js");

test("a typed text keeps its lines and loses what surrounds it", () => {
  assert.equal(tidy(" \t\r\n Ho bisogno\r\ndi  parlare\rcon voi.\n\n"), "Ho bisogno\ndi  parlare\ncon voi.");
});

test("signs that can't be seen are taken out of a text", () => {
  for (const sign of ["\0", "\x1b", "\x7f", "\u009f", "\u061c", "\u200e", "\u2028", "\u202e", "\u2069", "\ufeff"])
    assert.equal(tidy(`ca${sign}sa`), "casa", `U+${sign.codePointAt(0).toString(16)}`);
});

test("signs that join letters stay: Persian and emoji need them", () => {
  for (const text of ["می‌خواهم", "👩‍👧", "Città", "नमस्ते"]) assert.equal(tidy(text), text);
});

test("what shows nothing at all is no text", () => {
  for (const text of ["", "   ", "\u00a0\u3000", "\u200b", "\u2800", "\u3164", "\u{e0041}", "\u0301"])
    assert.equal(tidy(text), "", JSON.stringify(text));
});

test("base64 for addresses has no sign that an address would change", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => 255 - at * 3);
    assert.equal(base64url(bytes), Buffer.from(bytes).toString("base64url"));
  }
});
