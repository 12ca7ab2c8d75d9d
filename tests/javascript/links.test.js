import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./scripts.js";

const { fileName, isElsewhere, isOurs } = await load("js/links.js");
globalThis.location = { origin: "https://portale.example" };
const CLICK = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const link = (saves = false) => ({ matches: (selector) => saves && selector === "[download]" });
const ours = (path, event = CLICK, element = link()) => isOurs(element, new URL(path, location.origin), event);

test("a page of this site opens in the place of the present one", () => {
  assert.equal(ours("/sportelli/?comune=Torino#orari"), true);
});

test("other sites, other ports, telephones and mail stay ordinary links", () => {
  for (const address of ["https://altrove.example/", "https://portale.example:8443/", "tel:1522", "mailto:a@b.example"])
    assert.equal(ours(address), false, address);
});

test("the staff's pages and static files stay ordinary links, pages with like names do not", () => {
  for (const path of ["/admin/", "/admin/pages/3/", "/static/css/site.css"]) assert.equal(ours(path), false, path);
  for (const path of ["/administrazione/", "/it/admin/", "/statica/"]) assert.equal(ours(path), true, path);
});

test("what is to be saved is saved: a link that says so, or a click with Alt", () => {
  assert.equal(ours("/materiali/scheda.pdf", CLICK, link(true)), false);
  assert.equal(ours("/", { ...CLICK, altKey: true }), false);
});

test("a tab of its own is asked for by the middle button and by three keys, and not otherwise", () => {
  for (const own of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }])
    assert.equal(isElsewhere({ ...CLICK, ...own }), true, JSON.stringify(own));
  for (const own of [{}, { button: 2 }, { altKey: true }]) assert.equal(isElsewhere({ ...CLICK, ...own }), false);
});

test("a file is called what the server says, or the end of its address", () => {
  const address = "https://portale.example/materiali/7/scheda-3.pdf?stampa=1";
  assert.equal(fileName('attachment; filename="scheda tre.pdf"', address), "scheda tre.pdf");
  assert.equal(fileName("attachment; filename=tre.pdf; size=3", address), "tre.pdf");
  for (const nothing of [null, "inline", 'inline; filename=""'])
    assert.equal(fileName(nothing, address), "scheda-3.pdf");
  assert.equal(fileName(null, "https://portale.example/campagne/kit/"), "kit");
});
