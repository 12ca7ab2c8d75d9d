// What she sees of an answer. What the desk wrote is put in as text, marked as nothing for a program to translate.
import { fill, part, slot } from "./number.js";

/** @typedef {import("../../contatti/sealed/static/sealed/reply.js").OpenedAnswer} OpenedAnswer */
/** @typedef {import("../../contatti/sealed/static/sealed/document.js").Appointment} Appointment */

/** @param {string} day ISO */
function dayInWords(day) {
  /** @type {Intl.DateTimeFormatOptions} */
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  long.numberingSystem = "latn"; // the digits of the desk's hours
  const { lang } = document.documentElement;
  // The site's English says the day first, as all its dates do.
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, long).format(new Date(day));
}

/** @param {string} word as it is compared: how she writes it does not matter */
const bare = (word) => word.normalize("NFKC").trim().toUpperCase().toLowerCase();

/** @param {string} typed @param {OpenedAnswer} answer */
export const isRightWord = (typed, { document: { word } }) => bare(typed) === bare(word);

/**
 * Whether an appointment can still be accepted: it is not over on Italy's clock, wherever her telephone is.
 * This language writes moments like ISO 8601.
 * @param {Appointment} appointment
 */
const isAhead = ({ day, end }) => `${day} ${end}` > new Date().toLocaleString("sv", { timeZone: "Europe/Rome" });

/** @param {string} time ISO @param {DOMStringMap} data with a format as Django writes it: G.i or H:i */
function clock(time, { clock: format = "G:i" }) {
  const [hour = "", minute = ""] = time.split(":");
  return format
    .replace("H", hour)
    .replace("G", String(Number(hour)))
    .replace("i", minute);
}

/** @param {ParentNode} within @param {string} name @param {string} words */
function detail(within, name, words) {
  slot(within, name).textContent = words;
  slot(within, `${name}-line`).hidden = !words;
}

/**
 * @param {DocumentFragment} content
 * @param {Appointment | null} appointment
 * @param {DOMStringMap} data words around day and hours, and how this language writes an hour
 */
function showAppointment(content, appointment, data) {
  const box = slot(content, "appointment");
  box.hidden = !appointment;
  if (!appointment) return;
  const { place, ask_for: name } = appointment;
  const [start, end] = [clock(appointment.start, data), clock(appointment.end, data)];
  slot(box, "when").textContent = fill(data.when ?? "", { day: dayInWords(appointment.day), start, end });
  detail(box, "place", place);
  detail(box, "name", name);
}

/** @param {OpenedAnswer} answer @param {boolean} asks whether she is asked to accept the appointment */
export function shownAnswer({ number, document: { text, day, appointment } }, asks) {
  const { data, content } = part("answer");
  slot(content, "number-and-day").textContent = fill(data.heading ?? "", { number, day: dayInWords(day) });
  slot(content, "text").textContent = text;
  showAppointment(content, appointment, data);
  slot(content, "choose").hidden = !(asks && appointment && isAhead(appointment));
  return content;
}

/** @param {OpenedAnswer} answer in whose place the word is asked for */
export function lockedAnswer({ number, document: { day } }) {
  const { data, content } = part("locked");
  const field = /** @type {HTMLInputElement} */ (content.querySelector("input"));
  field.id = `nw${number}`; // several answers may be closed
  /** @type {HTMLLabelElement} */ (content.querySelector("label")).htmlFor = field.id;
  slot(content, "number-and-day").textContent = fill(data.heading ?? "", { number, day: dayInWords(day) });
  return content;
}
