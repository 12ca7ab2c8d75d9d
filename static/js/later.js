// Stands in for visit.js on a page that has no room for it on a first visit: takes the neutral address and title
// at once, and fetches the page that stands before the private ones, which carries the file.
import { parse, run } from "./page.js";

const exit = document.querySelector(".exit");

async function begin() {
  const { place, name } = exit.dataset;
  document.title = name;
  history.replaceState(null, "", place);
  const response = await fetch(place, { credentials: "omit", cache: "no-store" });
  const page = parse(await response.text());
  // She left meanwhile.
  if (exit.isConnected) run(page.querySelector("[data-visit] + script").textContent);
}

// On a page opened in the place of another the file is there already.
if (!globalThis.isVisiting) begin().catch(() => {});
