import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./scripts.js";

const policies = [];
const added = [];
globalThis.trustedTypes = {
  createPolicy(name, rules) {
    policies.push(name);
    return { createHTML: (html) => `trusted ${rules.createHTML(html)}`, createScript: (text) => `trusted ${text}` };
  },
};
globalThis.DOMParser = function parser() {
  return { parseFromString: (html, type) => [html, type] };
};
globalThis.document = { createElement: (tag) => ({ tag }), head: { append: (element) => added.push(element) } };
const { parse, run } = await load("js/page.js");

test("HTML and scripts reach the browser through the one policy alone", () => {
  run("go()");

  assert.deepEqual(policies, ["page"]);
  assert.deepEqual(parse("<p>"), ["trusted <p>", "text/html"]);
  assert.deepEqual(added, [{ tag: "script", type: "module", textContent: "trusted go()" }]);
});

test("a second module of the same page makes no second policy", async () => {
  const again = await load("js/page.js?again");

  assert.deepEqual(policies, ["page"]);
  assert.deepEqual(again.parse("<p>"), ["trusted <p>", "text/html"]);
});
