// The console's page: paste a reply code, see whether it was answered before, write, look, close. The text is sealed
// here; without this script nothing can be written, and the page says so.
import { sealAnswer } from "../conversation.js";
import { documentText } from "../document.js";
import { ask } from "./ask.js";
import { coverUnattended } from "./away.js";
import { base64url, fieldsOf, read, stateOf } from "./code.js";
import { clear, days, documentOf, fault, insert, isEmpty, offer, refresh, timeWarning } from "./draft.js";
import { data, part, say, words } from "./page.js";
import { draw, erase, when } from "./preview.js";

/** @typedef {import("./ask.js").State} State */
/** @typedef {{ code: import("./code.js").ReplyCode, desk: import("./page.js").Desk, state: State }} Conversation */

/** @type {Conversation | null} whom she answers */
let current = null;
/** @type {import("../document.js").AnswerDocument | null} what she looks at before it is closed */
let looked = null;
let pastes = 0;
let isUnsure = false; // whether an answer left, and nobody said whether it arrived
const [pasted, stranger] = [part("id_code", HTMLTextAreaElement), part("id_stranger", HTMLInputElement)];
const [keep, writing] = [part("keep", HTMLButtonElement), part("writing", HTMLElement)];
const [known, unknown] = [part("known", HTMLElement), part("unknown", HTMLElement)];
const [preview, confirming] = [part("preview", HTMLElement), part("confirm-end", HTMLElement)];

function lookAgain() {
  looked = null;
  preview.hidden = true;
  erase();
}

/** @param {Conversation | null} found */
function show(found) {
  current = found;
  lookAgain();
  stranger.checked = false;
  confirming.hidden = true;
  known.hidden = !found?.state.known;
  unknown.hidden = !found || found.state.known;
  writing.hidden = known.hidden;
  if (!found) return;
  const { last, since, until } = found.state;
  const number = last === 1 ? words("one") : words("many", { n: last });
  say("known-since", `${words("known", { since, n: number })} ${words("until", { until })}`);
  say("known-after", words("after", { n: last }));
  offer(found.code.desk, found.desk);
}

async function readCode() {
  const turn = ++pastes;
  isUnsure = false;
  show(null);
  say("moved", "");
  say("kept", "");
  refuseCode("");
  say("code-for", pasted.value.trim() && words("reading"));
  if (!pasted.value.trim()) return;
  const { code, fault: wrong } = await read(pasted.value);
  if (turn !== pastes) return;
  if (code) await meet(code, turn);
  else refuseCode(wrong);
}

/** @param {string} wrong @param {boolean} [mayPass] whether the same code may be read at a second try */
function refuseCode(wrong, mayPass) {
  say("code-for", "");
  say("code-fault", wrong);
  part("again", HTMLElement).hidden = !mayPass;
}

/** @param {import("./code.js").ReplyCode} code @param {number} turn */
async function meet(code, turn) {
  const { outcome, state } = await stateOf(code);
  const desk = data.mine[code.desk];
  if (turn !== pastes) return;
  if (!(state && desk)) {
    refuseCode(words(outcome), true);
    return;
  }
  say("code-for", words("for", { name: desk.name }));
  if (!isEmpty()) say("moved", words("moved"));
  show({ code, desk, state });
}

/** @param {import("../document.js").AnswerDocument} answer @param {boolean} isKnown @returns {string} */
function buttonsBelow({ appointment }, isKnown) {
  if (appointment) return words("buttons", { yes: words("yes"), no: words("no") });
  return isKnown ? words("stillOffered") : "";
}

function look() {
  if (!current) return;
  const answer = documentOf(current.state.today);
  const wrong = fault(answer);
  say("draft-fault", wrong);
  say("send-fault", "");
  if (wrong) return;
  looked = answer;
  const { desk, state, code } = current;
  draw(answer, String(code.desk));
  const isLonger = state.left > Number(days.value); // the server never shortens what she was told
  const values = { name: desk.name, n: state.last + 1, days: days.selectedOptions[0]?.text ?? "", until: state.until };
  say("preview-to", words(isLonger ? "toLonger" : "to", values));
  say("preview-stranger", state.known ? "" : words("toStranger"));
  say("preview-word", answer.word && words("onlyWithWord", { word: answer.word }));
  say("preview-time", answer.appointment ? timeWarning() : "");
  say("preview-buttons", buttonsBelow(answer, state.known));
  say("preview-dots", answer.text.includes("…") ? words("dots") : "");
  preview.hidden = false;
  part("preview-title", HTMLElement).focus();
}

/** @param {Conversation} to @param {import("../document.js").AnswerDocument} answer */
async function seal({ code, state }, answer) {
  const number = state.last + 1;
  const place = { siteId: data.siteId, desk: code.desk, number };
  const sealed = await sealAnswer(documentText(answer), code.public, place);
  return { ...(await fieldsOf(code)), number: String(number), days: days.value, sealed: base64url(sealed) };
}

/**
 * Seals an answer and posts it. "unsealed": nothing left this browser.
 * @param {Conversation} to
 * @param {import("../document.js").AnswerDocument} answer
 * @returns {Promise<{ outcome: import("./ask.js").Outcome | "unsealed", state: State | null }>}
 */
async function close(to, answer) {
  const fields = await seal(to, answer).catch(() => null);
  return fields ? ask(data.addresses.keep, fields) : { outcome: "unsealed", state: null };
}

/** @param {boolean} isSending neither a second press nor another code while an answer is on its way */
function lock(isSending) {
  keep.disabled = isSending;
  pasted.readOnly = isSending;
}

async function send() {
  if (!(current && looked) || keep.disabled) return;
  const to = current;
  lock(true);
  say("send-fault", "");
  say("sending", words("closing"));
  const sent = looked;
  const { outcome, state } = await close(to, sent);
  lock(false);
  say("sending", "");
  if (outcome === "done") finish(toldAfter(sent, String(to.code.desk), state?.until ?? ""));
  else if (outcome === "conflict" && state) meetConflict(to, state);
  else {
    isUnsure = isUnsure || outcome === "offline" || outcome === "later";
    say("send-fault", words(outcome));
  }
}

/** @param {import("../document.js").AnswerDocument} sent @param {string} desk @param {string} until */
function toldAfter({ appointment }, desk, until) {
  const kept = words("kept", { until });
  return appointment ? `${kept} ${words("proposed", { when: when(appointment, desk) })}` : kept;
}

/** @param {Conversation} to @param {State} state */
function meetConflict(to, state) {
  show({ ...to, state });
  if (state.last === to.state.last) say("moved", words("taken"));
  else if (state.last < to.state.last) say("moved", words("gone"));
  else say("moved", words(isUnsure ? "perhapsHers" : "conflict"));
  isUnsure = false;
  part("moved", HTMLElement).focus();
}

/** @param {string} told */
function finish(told) {
  pastes++;
  current?.code.public.fill(0);
  clear();
  show(null);
  for (const id of ["code-for", "code-fault", "moved", "draft-fault"]) say(id, "");
  say("kept", told);
  part("kept", HTMLElement).focus();
}

async function end() {
  if (!current) return;
  const { outcome } = await ask(data.addresses.end, await fieldsOf(current.code));
  if (outcome === "done") finish(words("ended"));
  else say("end-fault", words(outcome));
}

function forget() {
  clear();
  show(null);
}

/** @param {string} id @param {() => unknown} act */
const press = (id, act) => part(id, HTMLButtonElement).addEventListener("click", () => act());

function begin() {
  part("console", HTMLElement).hidden = false;
  say("unable", "");
  forget(); // what a browser brought back
  pasted.addEventListener("input", readCode);
  stranger.addEventListener("change", () => {
    writing.hidden = !stranger.checked;
    lookAgain();
  });
  for (const kind of ["input", "change"])
    writing.addEventListener(kind, () => {
      lookAgain();
      refresh();
    });
  press("again", readCode);
  press("insert", insert);
  press("look", look);
  press("keep", send);
  press("end", () => {
    say("end-fault", "");
    confirming.hidden = false;
    part("end-no", HTMLButtonElement).focus();
  });
  press("end-yes", end);
  press("end-no", () => {
    confirming.hidden = true;
    part("end", HTMLButtonElement).focus();
  });
  coverUnattended(part("console", HTMLElement), part("covered", HTMLElement));
  addEventListener("beforeunload", (event) => {
    if (!isEmpty()) event.preventDefault();
  });
  addEventListener("pagehide", forget); // a page that "Indietro" would bring back as it was
}

if (isSecureContext && crypto.subtle) begin();
else say("unable", words("notCrypto"));
