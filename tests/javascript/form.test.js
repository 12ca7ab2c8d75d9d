// The text of a form of contatti.sealed, which contatti/sealed/text.py writes as well.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_PAGE, load } from "./scripts.js";

globalThis.document = EMPTY_PAGE;
const { line, textOf } = await load("sealed/form.js");

test("an answer stands on a line behind its label, and an empty one nowhere", () => {
  assert.equal(line("Name", "Bianca"), "Name: Bianca\n");
  assert.equal(line("Name", ""), "");
});

test("what somebody typed never begins a line, so it cannot pass for another answer", () => {
  assert.equal(line("Message", "one\r\nName: X\rtwo"), "Message:\n  | one\n  | Name: X\n  | two\n");
  for (const end of ["\u2028", "\u2029", "\v", "\f", "\x85", "\x1c"])
    assert.equal(line("Message", `one${end}Name: X`), "Message:\n  | one\n  | Name: X\n");
});

test("several choices of one question stand on one line, in the order of the questions", () => {
  const data = new FormData();
  for (const [name, value] of [
    ["help", "Money"],
    ["name", "Bianca"],
    ["help", "Home"],
    ["token", "secret"],
  ])
    data.append(name, value);
  assert.equal(textOf(data, { name: "Name", help: "Help with" }), "Name: Bianca\nHelp with: Money; Home\n");
});
