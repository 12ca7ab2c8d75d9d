// Stands in for visit.js on a page that has no room for it on a first visit: takes the neutral address and title
// at once, and fetches the page that stands before the private ones, which carries the file.
import { parse, run } from "./page.js";

const exit = /** @type {HTMLElement} */ (document.querySelector(".exit"));

async function begin() {
  const { place, name } = /** @type {{ place: string, name: string }} */ (exit.dataset);
  document.title = name;
  history.replaceState(null, "", place);
  const response = await fetch(place, { credentials: "omit", cache: "no-store" });
  const page = parse(await response.text());
  const script = /** @type {HTMLScriptElement} */ (page.querySelector("script[type=module]"));
  // She left meanwhile.
  if (exit.isConnected) run(script.textContent);
}

// On a page opened in the place of another the file is there already.
if (!globalThis.isVisiting) begin().catch(() => null);
