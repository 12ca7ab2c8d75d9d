// Quick exit. The page is emptied first and left afterwards; nothing is asked of the network in between.
// Without this file the control is a form, and a style rule covers the page as soon as it is sent.
// Words of 2017 only (no ?. and no ??): what a browser can not read, it does not run at all.
import { isUnexpected } from "./arrival.js";

/** @typedef {HTMLElement & { dataset: { say: string, title: string, count?: string } }} Bar */

const root = document.documentElement;
const bar = /** @type {Bar} */ (document.querySelector(".exit"));
const link = /** @type {HTMLAnchorElement} */ (bar.querySelector("a.exit-link"));
const toggle = /** @type {HTMLElement} */ (bar.querySelector("[data-shift]"));
const described = toggle.id;
const presses = 3;
const span = 5000;
let count = 0;
let bare = false; // A Shift is down, and nothing else happened since.
let held = false; // Another key is down, or the first button of a mouse.
/** @type {number | undefined} */
let timer;
/** @type {number | undefined} */
let leaving;
let isOn = true;

const emptyFields = () => {
  const fields = "input:not([type=hidden]), textarea, select";
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(fields))) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else field.value = "";
  }
};

/** @param {number} number */
const phrase = (number) => /** @type {string} */ (bar.dataset.say.split("|")[number]);

const leave = () => {
  const to = link.href;
  emptyFields();
  document.title = bar.dataset.title;
  // A new element: while the page is still arriving, the parser goes on filling the one it knows.
  const body = document.createElement("body");
  // It takes the focus by a name, so a screen reader says that another site opens, and nothing is to be seen.
  Object.assign(body, { tabIndex: -1, role: "alert", ariaLabel: phrase(3) });
  body.style.outline = "none";
  document.body.replaceWith(body);
  body.focus();
  // Should the neutral site never come, the pages before this one know that it was left (arrive).
  if (window.navigation) navigation.updateCurrentEntry({ state: 1 });
  // The network is asked after the empty frame is drawn; a tab in the background draws none, and still leaves.
  const go = () => {
    if (leaving) location.replace(to);
    clearTimeout(leaving);
    leaving = 0;
  };
  leaving = setTimeout(go, 100);
  requestAnimationFrame(() => setTimeout(go));
};

/** @param {number} pressed @param {string} words */
const show = (pressed, words) => {
  if (pressed) bar.dataset.count = String(pressed);
  else delete bar.dataset.count;
  /** @type {HTMLElement} */ (bar.querySelector("[role=status]")).textContent = words;
};

const forget = () => {
  clearTimeout(timer);
  // One press alone was perhaps meant for something else: taking it back is no news.
  if (count) show(0, count > 1 ? phrase(0) : "");
  count = 0;
  bare = false;
};

/**
 * Only a bare Shift counts: nothing else is pressed, clicked, turned or touched before it is released.
 * @param {KeyboardEvent} event
 */
const onKey = (event) => {
  const { key, repeat, type } = event;
  // On a Mac this key goes down when capitals begin, and up when they end.
  if (key !== "Shift") held = type === "keydown" && key !== "CapsLock";
  const isBeside = event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph");
  if (key !== "Shift" || held || isBeside || event.isComposing || !isOn) return forget();
  if (repeat) return;
  if (type === "keydown") {
    if (bare) return forget(); // The other Shift was down.
    clearTimeout(timer);
    bare = true;
  } else if (bare) {
    bare = false;
    count += 1;
    if (count === presses) return leave();
    show(count, phrase(count));
    timer = setTimeout(forget, span);
  }
};

/** @param {{ type: string, button?: number, pointerType?: string }} event */
const onPointer = ({ type, button, pointerType }) => {
  held = type === "pointerdown" && button === 0 && pointerType === "mouse";
  forget();
};

/** @param {MouseEvent} event */
const onClick = (event) => {
  /** @type {HTMLAnchorElement | null} */
  const control = /** @type {Element} */ (event.target).closest("a[href], button");
  if (!control) return;
  if (control.classList.contains("exit-link")) {
    event.preventDefault();
    return leave();
  }
  const wayBack = /^http/.test(control.protocol) && control.origin !== location.origin;
  // Whoever goes on within the site meanwhile has given up that way.
  if (wayBack || history.state) history.replaceState({ wayBack }, "");
};

/**
 * True when it may be somebody else who came (arrival.js); false where a browser does not tell.
 * @param {boolean} restored
 */
const isStranger = (restored) => {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!window.navigation || document.wasDiscarded) return false;
  const { activation, currentEntry } = navigation;
  const type = restored ? "back_forward" : entry && entry.type;
  return isUnexpected(type, currentEntry, activation && activation.from, history.state);
};

/** @param {boolean} restored */
const arrive = (restored) => {
  if (isStranger(restored)) return leave();
  if (history.state) history.replaceState(null, "");
  root.hidden = false;
};

/**
 * Keeps the bar at the lower edge of what is really visible: pinch zoom and the keyboard of some phones
 * move that edge without moving the page's own.
 */
const place = () => {
  const seen = /** @type {VisualViewport} */ (window.visualViewport);
  bar.style.transform = "";
  const box = bar.getBoundingClientRect();
  const down = seen.offsetTop + seen.height - box.bottom;
  if (seen.scale < 1.01 && down > -1) return;
  bar.style.transform = `translate(${seen.offsetLeft - box.left}px, ${down}px) scale(${1 / seen.scale})`;
};

/** A screen reader pauses its voice with Shift: whoever uses one can do without the shortcut. */
const switchShift = () => {
  isOn = !isOn;
  toggle.ariaPressed = String(isOn);
  toggle.id = isOn ? described : ""; // It describes the exit by this name.
};

for (const name of /** @type {const} */ (["keydown", "keyup"])) addEventListener(name, onKey, true);
for (const name of ["pointerdown", "pointerup", "pointercancel"]) addEventListener(name, onPointer, true);
for (const name of ["touchstart", "wheel", "input", "compositionstart"])
  addEventListener(name, forget, { capture: true, passive: true });
addEventListener("blur", onPointer); // Of the window: the release would go elsewhere.
addEventListener("click", onClick, true);
addEventListener("auxclick", onClick, true);
toggle.addEventListener("click", switchShift);
addEventListener("pagehide", () => {
  emptyFields();
  root.hidden = true;
});
addEventListener("pageshow", (event) => event.persisted && arrive(true));
if (window.visualViewport) for (const name of ["resize", "scroll"]) window.visualViewport.addEventListener(name, place);
if (window.ResizeObserver) {
  new ResizeObserver(() => root.style.setProperty("--exit", `${bar.offsetHeight}px`)).observe(bar);
}
arrive(false);
