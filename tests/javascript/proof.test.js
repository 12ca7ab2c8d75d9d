import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_PAGE, load } from "./scripts.js";

const HERE = "https://portale.example";
const store = (length) => ({ length });
const browser = {
  document: { ...EMPTY_PAGE, cookie: "" },
  location: { origin: HERE },
  localStorage: store(0),
  sessionStorage: store(2),
  performance: { getEntriesByType: () => [] },
  navigator: {
    serviceWorker: { getRegistrations: async () => [{}] },
    storage: { estimate: async () => ({ usage: 0 }) },
  },
};
for (const [name, value] of Object.entries(browser))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
const { read, requests } = await load("js/proof.js");

/** Let the page have asked for these addresses: the first is its own. */
function asked(...addresses) {
  const [own, ...others] = addresses.map((name) => ({ name }));
  globalThis.performance = { getEntriesByType: (type) => ({ navigation: [own], resource: others })[type] };
}

test("cookies are counted one by one, and none is none", async () => {
  for (const [cookie, count] of [
    ["", "0"],
    ["a=1", "1"],
    ["a=1; b=2", "2"],
  ]) {
    globalThis.document = { cookie };
    assert.equal(await read("cookies"), count);
  }
});

test("every store tells its own number", async () => {
  assert.deepEqual(await Promise.all(["local", "session", "usage", "workers"].map(read)), ["0", "2", "0", "1"]);
});

test("the page itself counts among what was asked of the network, a picture in its source does not", async () => {
  asked(`${HERE}/prova/`, `${HERE}/media/a.jpg`, "data:image/png;base64,AA==", "blob:https://portale.example/1");

  assert.deepEqual(
    requests().map(({ pathname }) => pathname),
    ["/prova/", "/media/a.jpg"],
  );
  assert.deepEqual([await read("requests"), await read("elsewhere")], ["2", "0"]);
});

test("what other sites were asked for is told apart, ports and subdomains too", async () => {
  asked(`${HERE}/prova/`, "https://cdn.example/x.js", `${HERE}:8443/y`, "https://a.portale.example/");

  assert.equal(await read("elsewhere"), "3");
});

test("what a browser refuses to tell is no number", async () => {
  Object.defineProperty(globalThis, "localStorage", {
    get() {
      throw new Error("SecurityError");
    },
  });

  assert.equal(await read("local"), null);
});
