// Who comes by Back may be somebody else. `true` means: lead out before anything is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./scripts.js";

const { isUnexpected } = await load("js/arrival.js");
const stayed = { getState: () => undefined };
const left = { getState: () => 1 };

test("a followed link and a typed address are welcome, whatever the history says", () => {
  for (const entry of [stayed, left, null]) assert.equal(isUnexpected("navigate", entry, entry, null), false);
});

test("Back from another site leads out", () => {
  assert.equal(isUnexpected("back_forward", stayed, null, null), true);
  assert.equal(isUnexpected("back_forward", stayed, undefined, {}), true);
});

test("Back from a site to which a link of this page led does not", () => {
  assert.equal(isUnexpected("back_forward", stayed, null, { wayBack: true }), false);
});

test("Back and Forward between two pages of this site do not", () => {
  assert.equal(isUnexpected("back_forward", stayed, stayed, null), false);
});

test("a page that was left for a site that never came leads out, reloaded or from the page before", () => {
  assert.equal(isUnexpected("reload", left, null, null), true);
  assert.equal(isUnexpected("back_forward", left, stayed, { wayBack: true }), true);
  assert.equal(isUnexpected("back_forward", stayed, left, { wayBack: true }), true);
});

test("an ordinary reload does not", () => {
  assert.equal(isUnexpected("reload", stayed, null, null), false);
});

test("a browser that does not tell how the page came shows it", () => {
  assert.equal(isUnexpected(undefined, null, null, null), false);
});
