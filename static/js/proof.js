// Counts what this site has in the browser and what this page asked of the network. Without it the page says
// where to look by hand.

/** @type {Record<string, () => unknown>} */
const COUNTS = {
  cookies: () => document.cookie.split(";").filter((pair) => pair.trim()).length,
  local: () => localStorage.length,
  session: () => sessionStorage.length,
  // Asked how many they are, a browser makes a place for them, and that place is named after this site.
  usage: async () => (await navigator.storage.estimate()).usage,
  workers: async () => (await navigator.serviceWorker.getRegistrations()).length,
  requests: () => requests().length,
  elsewhere: () => requests().filter(({ origin }) => origin !== location.origin).length,
};

/** The addresses that this page asked the network for, its own first. */
export function requests() {
  const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return entries.map(({ name }) => new URL(name)).filter(({ protocol }) => protocol.startsWith("http"));
}

/**
 * One count in words, or null where the browser refuses to tell.
 * @param {string} name
 */
export async function read(name) {
  try {
    return String(await /** @type {() => unknown} */ (COUNTS[name])());
  } catch {
    return null;
  }
}

async function count() {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-proof]"));
  if (!page) return;
  const items = requests().map(({ origin, pathname }) => {
    const item = document.createElement("li");
    item.textContent = origin === location.origin ? pathname : origin + pathname;
    return item;
  });
  page.querySelector("[data-requests]")?.replaceChildren(...items);
  /** @type {NodeListOf<HTMLElement>} */
  const places = page.querySelectorAll("[data-count]");
  for (const place of places) {
    place.textContent = (await read(/** @type {string} */ (place.dataset.count))) ?? page.dataset.unreadable ?? "";
  }
}

document.addEventListener("visit", count);
count();
