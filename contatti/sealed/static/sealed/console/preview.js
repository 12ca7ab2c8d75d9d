// Shows exactly what she will read, before it is closed.
import { data, part, words } from "./page.js";

/** @typedef {import("../document.js").AnswerDocument} AnswerDocument */

/** @param {string} iso @param {string} desk the day as people say it */
const dayName = (iso, desk) => data.mine[desk]?.days.find(({ day }) => day === iso)?.name ?? iso;

/** @param {string} clock */
const spoken = (clock) => clock.replace(/^0/, "").replace(":", ".");

/** @param {"p" | "b"} kind @param {string} text */
function line(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  made.dir = "auto";
  return made;
}

/** @param {NonNullable<AnswerDocument["appointment"]>} appointment @param {string} desk */
export const when = ({ day, start, end }, desk) =>
  words("from", { day: dayName(day, desk), start: spoken(start), end: spoken(end) });

/** @param {NonNullable<AnswerDocument["appointment"]>} appointment @param {string} desk */
function appointmentLines(appointment, desk) {
  const { place, ask_for: name } = appointment;
  const where = place && line("p", words("where", { place }));
  const who = name && line("p", words("askFor", { name }));
  return [line("b", when(appointment, desk)), where, who].filter((each) => each instanceof HTMLElement);
}

/**
 * @param {AnswerDocument} answer
 * @param {string} desk
 */
export function draw(answer, desk) {
  const letter = part("letter", HTMLElement);
  const text = line("p", answer.text);
  text.className = "console-text";
  letter.replaceChildren(
    line("p", words("written", { day: dayName(answer.day, desk) })),
    ...(answer.word ? [line("p", words("asksWord"))] : []),
    text,
    ...(answer.appointment ? appointmentLines(answer.appointment, desk) : []),
  );
}

export const erase = () => part("letter", HTMLElement).replaceChildren();
