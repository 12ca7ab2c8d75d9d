// The draft of an answer: its fields, what is wrong with them, and how much room is left. Nothing here is kept.
import { roomLeft } from "../document.js";
import { data, part, say, words } from "./page.js";

/** @typedef {import("../document.js").AnswerDocument} AnswerDocument */
/** @typedef {import("./page.js").Day} Day */
/** @typedef {import("./page.js").Desk} Desk */

const [text, code] = [part("id_text", HTMLTextAreaElement), part("id_code", HTMLTextAreaElement)];
const [day, model] = [part("id_day", HTMLSelectElement), part("id_model", HTMLSelectElement)];
const [start, end] = [part("id_start", HTMLInputElement), part("id_end", HTMLInputElement)];
const [place, askFor] = [part("id_place", HTMLInputElement), part("id_ask_for", HTMLInputElement)];
const word = part("id_word", HTMLInputElement);
export const days = part("id_days", HTMLSelectElement);
const usualDays = days.value;
/** @type {Day[]} */
let offered = [];

export const isEmpty = () => ![text, start, end, place, askFor, word].some(({ value }) => value.trim());

export function clear() {
  for (const field of [code, text, start, end, place, askFor, word]) field.value = "";
  for (const choice of [day, model]) choice.selectedIndex = 0;
  days.value = usualDays;
  refresh();
}

/** @param {HTMLSelectElement} select @param {string} first @param {[string, string][]} choices */
function fill(select, first, choices) {
  select.replaceChildren(...[["", first], ...choices].map(([value, name]) => new Option(name, value)));
}

/**
 * Offers the days and the model answers of a desk; a day that was chosen stays.
 * @param {number} mailbox
 * @param {Desk} desk
 */
export function offer(mailbox, desk) {
  const chosen = day.value;
  offered = desk.days;
  fill(
    day,
    words("noDay"),
    desk.days.map((each) => [each.day, `${each.name} · ${each.hours || words("closed")}`]),
  );
  day.value = chosen;
  const own = data.models.filter((each) => each.mailbox === null || each.mailbox === mailbox);
  fill(
    model,
    words("noModel"),
    own.map((each) => [each.text, `${each.title} (${each.language})`]),
  );
  refresh();
}

/** Puts the chosen model answer where she writes, behind what stands there. */
export function insert() {
  if (!model.value) return;
  text.value = [text.value.trimEnd(), model.value].filter(Boolean).join("\n\n");
  text.focus();
  refresh();
}

/** @param {string} today ISO @returns {AnswerDocument} */
export const documentOf = (today) => ({
  text: text.value.trim(),
  day: today,
  appointment: day.value
    ? {
        day: day.value,
        start: start.value,
        end: end.value,
        place: place.value.trim(),
        ask_for: askFor.value.trim(),
      }
    : null,
  word: word.value.trim(),
});

/**
 * @param {AnswerDocument} document
 * @returns {number} how many letters like those that stand there still fit; less than 0, how many are too many
 */
function lettersLeft(document) {
  const { length } = document.text;
  const bytes = length ? new TextEncoder().encode(document.text).length / length : 1;
  return Math.floor(roomLeft(document) / bytes);
}

/** @param {AnswerDocument} document @returns {string} why it can't be sealed, empty where it can */
export function fault(document) {
  const { appointment } = document;
  if (!(document.text || appointment)) return words("empty");
  if (appointment && !(appointment.start && appointment.start < appointment.end)) return words("hours");
  const left = lettersLeft(document);
  return left < 0 ? words("tooLong", { n: -left }) : "";
}

/** @param {Day} chosen @returns {string} what to think of before proposing that time */
function warning(chosen) {
  if (`${chosen.day}T${start.value || "24"}` < data.now) return words("past");
  if (!chosen.openings.length) return words("isClosed", { reason: chosen.reason });
  const isWithin = chosen.openings.some(([opens, closes]) => opens <= start.value && end.value <= closes);
  return start.value && end.value && !isWithin ? words("outside", { hours: chosen.hours }) : "";
}

const chosenDay = () => offered.find((each) => each.day === day.value);

/** @returns {string} what to think of before proposing the time that is written, empty if nothing */
export function timeWarning() {
  const chosen = chosenDay();
  return chosen ? warning(chosen) : "";
}

/** Shows the fields that belong to a day, its warning, and how much room is left. */
export function refresh() {
  part("times", HTMLElement).hidden = !chosenDay();
  say("time-warning", timeWarning());
  const left = lettersLeft(documentOf(data.now.slice(0, 10)));
  say("room", left < 0 ? words("tooLong", { n: -left }) : words("left", { n: left }));
}

/** The first opening of a day, as a beginning. */
function propose() {
  const [opens, closes] = chosenDay()?.openings[0] ?? ["", ""];
  [start.value, end.value] = [opens, later(opens, closes)];
  for (const field of [start, end]) [field.min, field.max] = [opens, closes === "24:00" ? "" : closes];
}

/** @param {string} opens @param {string} closes @returns {string} an hour after, within the opening */
function later(opens, closes) {
  const hour = String(Number(opens.slice(0, 2)) + 1).padStart(2, "0") + opens.slice(2);
  return opens && (hour < closes ? hour : closes.replace("24:00", "23:59"));
}

/** An hour from the beginning, where the end is not behind it. */
function moveEnd() {
  if (!start.value || start.value < end.value) return;
  const closes = chosenDay()?.openings.find(([opens, closing]) => opens <= start.value && start.value < closing)?.[1];
  end.value = later(start.value, closes ?? "24:00");
  refresh();
}

day.addEventListener("change", propose);
start.addEventListener("change", moveEnd);
