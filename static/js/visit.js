// Opens pages in the place of the present one, under one neutral address and without an entry in the history:
// always from and to private pages, and elsewhere when she switches it on. The state is this document's
// memory; leaving or reloading forgets it. Without this file every link is an ordinary link.
import { parse, run } from "./page.js";

const PARTS = ["header.top", "main", "footer.foot"];
const STAFF = /^\/(admin|static)\//;
// What the words around the page are written in: its leaves, and the attributes that change with the language.
const LABELS = ".skip, .exit, .exit :is(a, span)";
const SPOKEN = /^(lang|dir|aria-label|data-(?!note|count|quiet|back|shift).*)$/;
const READING = 15_000; // ms in which a note in the bar can be read before it gives its place back
const bar = document.querySelector(".exit");
const back = bar.querySelector("[data-back]");
const toggle = bar.querySelector("[data-quiet]");
const shift = bar.querySelector("[data-shift]");
const words = bar.dataset;
const neutral = new URL(words.place, location);
const known = new Set([...document.scripts].map((script) => script.textContent));
const views = [];
let latest = 0;
let said = 0;
let warned = false;
let wished = null;

const isPrivate = () => document.body.classList.contains("is-private");
const isQuiet = () => toggle.ariaPressed === "true";

function say(phrase, visible) {
  clearTimeout(said);
  if (visible) said = setTimeout(say, READING, "");
  bar.toggleAttribute("data-note", Boolean(visible && phrase));
  bar.querySelector("[role=status]").textContent = phrase;
}

function setQuiet(quiet) {
  toggle.ariaPressed = String(quiet);
}

/** What shows a page, with what was typed into it. An answer to a fault has neither header nor footer. */
function take(page) {
  return {
    parts: PARTS.map((part) => page.querySelector(part)),
    styles: page.querySelectorAll("head style"),
    body: page.body.className,
    lang: page.documentElement.lang,
    dir: page.documentElement.dir,
    labels: [...page.querySelectorAll(LABELS)].map((label) => ({
      text: label.childElementCount ? null : label.textContent,
      // Copies: an attribute of the document would change with it.
      attributes: [...label.attributes].map(({ name, value }) => ({ name, value })).filter(({ name }) => SPOKEN.test(name)),
    })),
  };
}

/** Let the bar and the skip links speak the language of the page. That of an error has fewer words: it keeps ours. */
function translate(labels) {
  const own = document.querySelectorAll(LABELS);
  if (own.length !== labels.length) return;
  labels.forEach(({ text, attributes }, number) => {
    if (text !== null) own[number].textContent = text;
    for (const { name, value } of attributes) own[number].setAttribute(name, value);
  });
}

function show({ parts, styles, body, lang, dir, labels }, address) {
  const former = take(document);
  for (const style of former.styles) style.remove();
  document.head.append(...styles);
  former.parts[1].replaceWith(...parts.filter(Boolean));
  former.parts[0]?.remove();
  former.parts[2]?.remove();
  document.body.className = body;
  Object.assign(document.documentElement, { lang, dir });
  translate(labels);
  arrive(address);
}

/** Do what every page shown here needs, the first one too. */
function arrive(address) {
  // They refer to the page's own address, which is not the one shown.
  for (const link of document.querySelectorAll("[href^='?']"))
    link.setAttribute("href", new URL(link.getAttribute("href"), address));
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

/** Run the page's own scripts, not its data (JSON-LD); each runs once and listens on the document. */
function equip(page) {
  for (const { textContent } of page.querySelectorAll("script:not([type$=json])")) {
    if (!known.has(textContent)) run(textContent);
    known.add(textContent);
  }
}

/** Keep the link that she followed on the page that stands before the first private one. */
function remember(page) {
  const onward = page.querySelector("[data-onward]");
  if (!onward || !wished) return;
  onward.hidden = false;
  onward.querySelector("a").href = wished;
  wished = null;
}

/** Give her a file without going to its address: that would be an entry in the history. */
async function save(response) {
  const [, name] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition")) ?? [];
  const file = await response.blob();
  if (!bar.isConnected) return; // She left meanwhile.
  const href = URL.createObjectURL(file);
  const download = name ?? new URL(response.url).pathname.split("/").filter(Boolean).pop();
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), READING);
  say(words.saved, true);
}

async function open(address, note = "") {
  const turn = ++latest;
  const main = document.querySelector("main");
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
    say(note, true);
  } catch {
    if (turn === latest) say(words.offline, true);
  } finally {
    main.ariaBusy = null;
  }
}

function enter(page, address, hash) {
  for (const unused of page.querySelectorAll("noscript")) unused.remove();
  remember(page);
  views.push({ ...take(document), focus: document.activeElement, scroll: scrollY });
  setQuiet(true);
  show(take(page), address);
  equip(page);
  const heading = document.querySelector("main h1") ?? document.querySelector("main");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
  moveTo(hash);
  document.dispatchEvent(new Event("visit"));
}

function goBack() {
  latest += 1;
  const last = views.pop();
  show(last);
  last.focus.focus({ preventScroll: true });
  scrollTo(0, last.scroll);
  say("");
}

function switchQuiet() {
  setQuiet(!isQuiet());
  say(isQuiet() ? document.getElementById("fuori").textContent : "", true);
  if (isQuiet()) return arrive();
  latest += 1; // A page still on its way would arrive discreetly, and switch it on again.
}

/** The shortcut is off for as long as this document lasts: for a visit that stays in it. */
function stay() {
  if (shift.ariaPressed === "false" && !isQuiet()) switchQuiet();
}

const isElsewhere = ({ button, ctrlKey, metaKey, shiftKey }) => button === 1 || ctrlKey || metaKey || shiftKey;

function isOurs(link, { origin, pathname }, { altKey }) {
  return !altKey && origin === location.origin && !link.matches("[download]") && !STAFF.test(pathname);
}

/** A followed fragment would be an entry in the history. */
function moveTo(hash) {
  const target = document.getElementById(hash.slice(1));
  if (!target) return;
  target.scrollIntoView();
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button > 1) return;
  const { to } = link.dataset;
  const href = link.getAttribute("href");
  const address = new URL(to ?? href, location); // A link in a drawing has none of its own.
  const elsewhere = isElsewhere(event) || link.target;
  if (!isOurs(link, address, event) || !(isQuiet() || (to && !elsewhere))) return;
  event.preventDefault();
  if (href.startsWith("#")) return moveTo(href);
  // A tab or window of its own would stay where it is when she leaves.
  const note = elsewhere ? words.here : "";
  if (to && !warned) {
    wished = to;
    return open(new URL(href, location).href, note);
  }
  return open(address.href, note);
}

function search(event) {
  const form = event.target;
  if (!isQuiet() || event.defaultPrevented || form.method !== "get") return;
  event.preventDefault();
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
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
arrive(location);
