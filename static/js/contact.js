// Sends the contact form as a sealed envelope: the answers never leave the browser in clear.
// Without it the form posts its fields and the server seals (contatti/views/receive.py). The text equals that
// of contatti/forms/request_text.py, and the checks those of contatti/forms/request_form.py and typed.py.
import { parse } from "./page.js";
import { ready, seal } from "./seal.js";

const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const SHOWN =
  /[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Z}\u115f\u1160\u2065\u2800\u3164\ufdd0-\ufdef\uffa0\ufff0-\ufff8\ufffe\uffff\u{1d159}\u{e0000}-\u{e0fff}]/u;
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const TRIES = 3;
const PATIENCE = 60_000; // ms after which a connection that does not answer counts as none
const attempts = new WeakMap(); // form -> what it last tried to send: the same again must stay one request

/** A reason not to have sent; `words` are for her. */
class Failure extends Error {
  constructor(words, heading) {
    super();
    Object.assign(this, { words, heading });
  }
}

function tidy(typed) {
  const text = typed.replace(/\r\n?/g, "\n").replace(UNSEEN, "").replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  return SHOWN.test(text) ? text : "";
}
const posted = (form, name) => new FormData(form).get(name) ?? "";
const questions = (within) => [...within.querySelectorAll("[data-kind]")];
const checked = (question) => [...question.querySelectorAll('input:checked:not([value=""])')];
const fieldOf = (question) => question.querySelector("textarea, select, input");
const typed = (question) => tidy(fieldOf(question).value);
const nameOf = (question) => question.querySelector("[name]").name;
const isText = (question) => question.dataset.kind === "line" || question.dataset.kind === "lines";
const isEmpty = (question) =>
  question.dataset.kind === "select" || isText(question) ? !typed(question) : !checked(question).length;

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** One answer as the desk reads it, empty if there is none or another answer makes it void. */
function line(form, question, labels) {
  const { kind, unless = "" } = question.dataset;
  const name = nameOf(question);
  const heading = labels[name];
  const isVoid = unless.split(" ").some((mark) => mark && posted(form, mark[0]) === mark.slice(1));
  if (kind === "desk" || isVoid || isEmpty(question)) return "";
  if (kind === "lines") return [`${heading}:`, ...typed(question).split("\n").map((row) => `  | ${row}`)].join("\n");
  if (kind === "line") return `${heading}: ${typed(question)}`;
  const chosen = kind === "select" ? [...fieldOf(question).selectedOptions] : checked(question);
  return `${heading}: ${chosen.map(({ value }) => labels[`${name}.${value}`]).join("; ")}`;
}

function answers(form, labels) {
  let text = "";
  // The words come in the order in which the desk reads the groups.
  for (const code of Object.keys(labels)) {
    const group = form.querySelector(`[data-group="${code}"]`);
    const lines = group && questions(group).map((question) => line(form, question, labels)).filter(Boolean);
    if (lines?.length) text += ["", `— ${labels[code]} —`, ...lines, ""].join("\n");
  }
  return text;
}

/** The errors in the form, as [question, words]. */
function check(form) {
  const found = [];
  const text = form.elements.d.closest("[data-kind]");
  const bytes = new TextEncoder().encode([...new FormData(form).values()].join("")).length;
  for (const question of questions(form)) {
    const { missing, either } = question.dataset;
    const { max } = fieldOf(question)?.dataset ?? {};
    if (missing && isEmpty(question)) found.push([question, missing]);
    else if (either && isEmpty(question) && isEmpty(text)) found.push([question, either]);
    else if (max && ([...typed(question)].length > max || (question === text && bytes > form.dataset.bytes)))
      found.push([question, form.dataset.long]);
  }
  return found;
}

function clear(form) {
  document.querySelector("[data-alert]")?.remove();
  form.querySelectorAll(".error").forEach((error) => error.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
}

function mark([question, words]) {
  const name = nameOf(question);
  const error = make("p", { className: "error", id: `${name}-e` }, words);
  (question.querySelector(":scope > .help") ?? question.querySelector("legend, label")).after(error);
  if (isText(question)) fieldOf(question).ariaInvalid = "true";
  return make("li", {}, make("a", { href: `#${name}` }, words));
}

/** Say on top of the page why nothing was sent, and move there. */
function explain(heading, ...content) {
  // No role=alert: moving the focus there says it already.
  const properties = { className: "note bad", id: "nota", role: "group", ariaLabel: heading, tabIndex: -1 };
  const box = make("div", properties, make("h2", {}, heading), ...content);
  box.dataset.alert = "";
  document.querySelector("main h1")?.after(box);
  box.focus();
}

async function post(form, address, fields) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const body = new URLSearchParams({ ...fields, v: 1 }); // the end mark
  const headers = { "X-Requested-With": "script" };
  const options = { method: "POST", body, headers, credentials: "omit", cache: "no-store" };
  try {
    const response = await fetch(address, { ...options, redirect: "error", signal });
    return { status: response.status, wait: Number(response.headers.get("Retry-After")), body: await response.text() };
  } catch {
    throw new Failure(form.dataset.offline);
  }
}

function refusal({ body }) {
  const problem = parse(body).querySelector("[data-problem]");
  return new Failure(problem?.querySelector("p").textContent, problem?.querySelector("h1").textContent);
}

/** The identity of what is being sent: kept for as long as she changes nothing. */
function attemptOf(form, desk, text) {
  const last = attempts.get(form);
  if (last?.desk === desk && last.text === text) return last;
  const random = crypto.getRandomValues(new Uint8Array(24));
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const reference = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const attempt = { desk, text, reference, id: base64url(random.subarray(8)) };
  attempts.set(form, attempt);
  return attempt;
}

function base64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

async function close(form, keys, attempt) {
  try {
    const text = keys.opening + attempt.reference + keys.head + attempt.text + keys.tail;
    return base64url(await seal(text, keys.keys));
  } catch {
    throw new Failure(form.dataset.unable);
  }
}

/** One exchange with the server: its answer to the sealed request, and the reference that is inside. */
async function tryOnce(form) {
  const b = posted(form, "b");
  const found = await post(form, form.dataset.keys, { t: posted(form, "t"), b });
  if (found.status !== 200) throw refusal(found);
  // The exit, or she herself, may have emptied the form meanwhile.
  if (check(form).length) throw new Failure();
  const keys = JSON.parse(found.body);
  if (keys.ticket) form.elements.t.value = keys.ticket;
  const attempt = attemptOf(form, b, answers(form, keys.labels));
  const z = await close(form, keys, attempt);
  const captcha = "g-recaptcha-response";
  const fields = { t: posted(form, "t"), b, y: attempt.id, z, [captcha]: posted(form, captcha) };
  return [await post(form, form.action, fields), attempt.reference];
}

/** Send, again if the server says that the keys changed (409) or that it is too early (429). */
async function deliver(form) {
  for (let left = TRIES; ; left -= 1) {
    const [answer, reference] = await tryOnce(form);
    if (answer.status === 200) return show(form, answer.body, reference);
    // Her ticket has brought another request already: the answer holds a new one.
    const { ticket } = parse(answer.body).querySelector("[data-ticket]")?.dataset ?? {};
    if (ticket) form.elements.t.value = ticket;
    if (left === 1 || ![409, 429].includes(answer.status)) throw refusal(answer);
    await new Promise((resolve) => setTimeout(resolve, answer.wait * 1000));
  }
}

/** Put the answer in the place of the form, whose fields a browser could otherwise remember. */
function show(form, html, reference) {
  for (const field of form.elements) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else if (field.tagName !== "FIELDSET") field.value = "";
  }
  attempts.delete(form);
  const received = parse(html).querySelector("main");
  received.querySelector("[data-reference]").textContent = reference;
  document.querySelector("main").replaceChildren(...received.childNodes);
  document.querySelector("main h1").focus();
  scrollTo(0, 0);
}

async function send(form) {
  const { failed, unable, sending, phones, offline } = form.dataset;
  const status = form.querySelector("[data-status]");
  clear(form);
  const errors = check(form);
  if (errors.length) return explain(failed, make("ul", {}, ...errors.map(mark)));
  form.ariaBusy = "true";
  status.textContent = sending;
  try {
    if (!ready()) throw new Failure(unable);
    await deliver(form);
  } catch (failure) {
    const words = failure.words ?? offline;
    const link = make("a", { href: "#telefoni" }, phones);
    explain(failure.heading ?? failed, make("p", {}, words), make("p", {}, link));
  } finally {
    form.ariaBusy = null;
    status.textContent = "";
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-contact]")) return;
  event.preventDefault();
  if (form.ariaBusy !== "true") send(form);
});
