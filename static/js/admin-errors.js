// After a refused save: opens the first tab with an error, and counts anew what blocks drew after Wagtail counted.
// Without it the messages are there all the same, on whichever tab they belong to.
const ERROR = ":not([hidden]):is(.error-message, .help-critical)";

/** @param {Element} panel */
function count(panel) {
  const trigger = document.querySelector(`[role="tab"][href="#${panel.id}"]`);
  const counter = trigger?.querySelector(".w-tabs__errors");
  // Taken out and put back, it counts again.
  if (counter) counter.replaceWith(counter.cloneNode(true));
  return { trigger, errors: panel.querySelectorAll(ERROR).length };
}

function show() {
  const counted = [...document.querySelectorAll('[role="tabpanel"]')].map(count);
  const first = counted.find((tab) => tab.errors > 0)?.trigger;
  if (first instanceof HTMLElement && first.getAttribute("aria-selected") !== "true") first.click();
}

// Blocks are drawn after Wagtail looked for the place in the address.
function go() {
  const place = document.getElementById(location.hash.slice(1));
  const panel = place?.closest('[role="tabpanel"]');
  if (!place || !panel) return false;
  const trigger = document.querySelector(`[role="tab"][href="#${panel.id}"]`);
  if (panel instanceof HTMLElement && panel.hidden && trigger instanceof HTMLElement) trigger.click();
  setTimeout(() => (place.closest("section") ?? place).scrollIntoView({ block: "center" }), 300);
  return true;
}

if (document.querySelector("[data-edit-form]")) {
  window.addEventListener("load", () => {
    if (!(location.hash && go()) && document.querySelector(ERROR)) show();
  });
  window.addEventListener("hashchange", go);
}
