// Opens pages in the place of the present one, under one neutral address and without an entry in the history:
// always from and to private pages, and elsewhere when she switches it on. The state is this document's
// memory; leaving or reloading forgets it. Without this file every link is an ordinary link.
import { fileName, isElsewhere, isOurs } from "./links.js";
import { parse, run } from "./page.js";
import { put, take } from "./view.js";

/** @typedef {import("./view.js").View} View */
/**
 * A page that Back brings up again.
 * @typedef {View & { focus: HTMLElement, scroll: number }} Former
 */
/** @typedef {"place" | "name" | "saved" | "opening" | "offline" | "here"} Word */

const READING = 15_000; // ms in which a note in the bar can be read before it gives its place back
const bar = /** @type {HTMLElement} */ (document.querySelector(".exit"));
const back = /** @type {HTMLElement} */ (bar.querySelector("[data-back]"));
const toggle = /** @type {HTMLElement} */ (bar.querySelector("[data-quiet]"));
const shift = /** @type {HTMLElement} */ (bar.querySelector("[data-shift]"));
const words = /** @type {Record<Word, string>} */ (bar.dataset);
const neutral = new URL(words.place, location.href);
const known = new Set([...document.scripts].map((script) => script.textContent));
/** @type {Former[]} */
const views = [];
let latest = 0;
let said = 0;
let warned = false;
/** @type {string | null} */
let wished = null;

const isPrivate = () => document.body.classList.contains("is-private");
const isQuiet = () => toggle.ariaPressed === "true";

/**
 * @param {string} phrase
 * @param {boolean} [visible]
 */
function say(phrase, visible) {
  clearTimeout(said);
  if (visible) said = setTimeout(say, READING, "");
  bar.toggleAttribute("data-note", Boolean(visible && phrase));
  /** @type {HTMLElement} */ (bar.querySelector("[role=status]")).textContent = phrase;
}

/** @param {boolean} quiet */
function setQuiet(quiet) {
  toggle.ariaPressed = String(quiet);
}

/**
 * @param {View} view
 * @param {string} [address]
 */
function show(view, address) {
  put(view);
  arrive(address);
}

/**
 * Do what every page shown here needs, the first one too.
 * @param {string} [address]
 */
function arrive(address) {
  // They refer to the page's own address, which is not the one shown.
  for (const link of document.querySelectorAll("[href^='?']"))
    link.setAttribute("href", new URL(/** @type {string} */ (link.getAttribute("href")), address).href);
  back.hidden = !views.length;
  toggle.hidden = isPrivate();
  if (isPrivate()) {
    setQuiet(true);
    warned = true;
  }
  if (!isQuiet()) return;
  document.title = words.name;
  // The mark for the way back (exit.js) belongs to a page that is left, and this one has just come.
  history.replaceState(null, "", neutral);
}

/**
 * Run the page's own scripts, not its data (JSON-LD); each runs once and listens on the document.
 * @param {Document} page
 */
function equip(page) {
  for (const { textContent } of page.querySelectorAll("script:not([type$=json])")) {
    if (!known.has(textContent)) run(textContent);
    known.add(textContent);
  }
}

/**
 * Keep the link that she followed on the page that stands before the first private one.
 * @param {Document} page
 */
function remember(page) {
  /** @type {HTMLElement | null} */
  const onward = page.querySelector("[data-onward]");
  if (!onward || !wished) return;
  onward.hidden = false;
  /** @type {HTMLAnchorElement} */ (onward.querySelector("a")).href = wished;
  wished = null;
}

/**
 * Give her a file without going to its address: that would be an entry in the history.
 * @param {Response} response
 */
async function save(response) {
  const file = await response.blob();
  if (!bar.isConnected) return; // She left meanwhile.
  const href = URL.createObjectURL(file);
  const download = fileName(response.headers.get("Content-Disposition"), response.url);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), READING);
  say(words.saved, true);
}

/**
 * @param {string} address
 * @param {string} [note]
 * @param {boolean} [again] whether it is the page that is shown, which asked to be looked at again
 */
async function open(address, note = "", again = false) {
  latest += 1;
  const turn = latest;
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  main.ariaBusy = "true";
  say(words.opening);
  try {
    const response = await fetch(address, { credentials: "omit", cache: "no-store" });
    const page = response.headers.get("Content-Type")?.startsWith("text/html") && parse(await response.text());
    // She left, or followed another link meanwhile.
    if (turn !== latest || !main.isConnected) return;
    // What stands before our server answers in its place when it is down.
    if (page ? !page.querySelector("main") : !response.ok) throw response;
    if (!page) return await save(response);
    // Its policy allows more than ours does.
    if (page.querySelector("[data-captcha]")) return location.replace(address);
    enter(page, response.url, new URL(address).hash);
    if (again) views.pop();
    say(note, true);
    // A page of a document that stays is loaded again by nobody else (home/making/not_ready.py).
    const wait = Number(response.headers.get("Refresh"));
    if (wait) setTimeout(() => turn === latest && bar.isConnected && open(address, "", true), wait * 1000);
  } catch {
    if (turn === latest) say(words.offline, true);
  } finally {
    main.ariaBusy = null;
  }
}

/**
 * @param {Document} page
 * @param {string} address
 * @param {string} hash
 */
function enter(page, address, hash) {
  for (const unused of page.querySelectorAll("noscript")) unused.remove();
  remember(page);
  const focus = /** @type {HTMLElement} */ (document.activeElement);
  views.push({ ...take(document), focus, scroll: scrollY });
  setQuiet(true);
  show(take(page), address);
  equip(page);
  const heading = /** @type {HTMLElement} */ (document.querySelector("main h1") ?? document.querySelector("main"));
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
  moveTo(hash);
  document.dispatchEvent(new Event("visit"));
}

function goBack() {
  latest += 1;
  const last = /** @type {Former} */ (views.pop());
  show(last);
  last.focus.focus({ preventScroll: true });
  scrollTo(0, last.scroll);
  say("");
}

function switchQuiet() {
  setQuiet(!isQuiet());
  say(isQuiet() ? /** @type {HTMLElement} */ (document.getElementById("fuori")).textContent : "", true);
  if (isQuiet()) return arrive();
  latest += 1; // A page still on its way would arrive discreetly, and switch it on again.
}

/** The shortcut is off for as long as this document lasts: for a visit that stays in it. */
function stay() {
  if (shift.ariaPressed === "false" && !isQuiet()) switchQuiet();
}

/**
 * A followed fragment would be an entry in the history.
 * @param {string} hash
 */
function moveTo(hash) {
  const target = document.getElementById(hash.slice(1));
  if (!target) return;
  target.scrollIntoView();
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
function follow(event) {
  /** @type {HTMLAnchorElement | null} */
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!link || event.defaultPrevented || event.button > 1) return;
  const { to } = link.dataset;
  const href = /** @type {string} */ (link.getAttribute("href"));
  const address = new URL(to ?? href, location.href); // A link in a drawing has none of its own.
  const elsewhere = isElsewhere(event) || link.target;
  const stays = href.startsWith("#") && !elsewhere;
  if (!isOurs(link, address, event) || !(isQuiet() || stays || (to && !elsewhere))) return;
  event.preventDefault();
  if (href.startsWith("#")) return moveTo(href);
  // A tab or window of its own would stay where it is when she leaves.
  const note = elsewhere ? words.here : "";
  if (to && !warned) {
    wished = to;
    return open(new URL(href, location.href).href, note);
  }
  return open(address.href, note);
}

/** @param {SubmitEvent} event */
function search(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!isQuiet() || event.defaultPrevented || form.method !== "get") return;
  event.preventDefault();
  const address = new URL(form.action);
  // TypeScript's library has no such constructor; every browser has.
  address.search = String(new URLSearchParams(/** @type {any} */ (new FormData(form))));
  open(address.href);
}

document.addEventListener("click", follow);
document.addEventListener("auxclick", follow);
document.addEventListener("submit", search);
back.addEventListener("click", goBack);
toggle.addEventListener("click", switchQuiet);
shift.addEventListener("click", stay);
globalThis.isVisiting = true;
setQuiet(false);
arrive(location.href);
