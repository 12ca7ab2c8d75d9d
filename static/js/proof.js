// Counts what this site has in the browser and what this page asked of the network. Without it the page says
// where to look by hand.

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

function requests() {
  const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return entries.map(({ name }) => new URL(name)).filter(({ protocol }) => protocol.startsWith("http"));
}

async function read(name) {
  try {
    return String(await COUNTS[name]());
  } catch {
    return null;
  }
}

async function count() {
  const page = document.querySelector("[data-proof]");
  if (!page) return;
  const items = requests().map(({ origin, pathname }) => {
    const item = document.createElement("li");
    item.textContent = origin === location.origin ? pathname : origin + pathname;
    return item;
  });
  page.querySelector("[data-requests]").replaceChildren(...items);
  for (const place of page.querySelectorAll("[data-count]")) {
    place.textContent = (await read(place.dataset.count)) ?? page.dataset.unreadable;
  }
}

document.addEventListener("visit", count);
count();
