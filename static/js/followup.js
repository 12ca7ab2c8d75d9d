// What she sends after an answer: the text that the desk reads. contatti/contact_form/number_text.py writes the same.
import { replyCode } from "../../contatti/sealed/static/sealed/conversation.js";
import { tidy } from "./answers.js";
import { fill, replyLines } from "./number.js";
import { base64url, Failure } from "./sending.js";

/** @typedef {import("../../contatti/sealed/static/sealed/reply.js").OpenedAnswer} OpenedAnswer */
/** @typedef {import("../../contatti/sealed/static/sealed/conversation.js").Keys} ConversationKeys */
/**
 * `did`: "accepts", "declines" or "writes". `answer`: what she answers to. `newest`: the last that she read, by which
 * the desk knows whether one was withheld. `sent`: what was sent before in this sitting.
 * @typedef {{ did: string, text: string, answer: OpenedAnswer, newest: OpenedAnswer, sent: number }} FollowUp
 */

/** @param {string} day ISO */
const dayInDigits = (day) => day.split("-").reverse().join("/");

/**
 * @param {FollowUp} followUp
 * @param {Record<string, string>} labels
 */
export function followUpText({ did, text, answer, newest: { number, document } }, labels) {
  const lines = [labels.title, fill(labels.after ?? "", { number, day: dayInDigits(document.day) })];
  const { appointment } = answer.document;
  if (did !== "writes" && appointment) {
    const { day, start, end } = appointment;
    lines.push(fill(labels[did] ?? "", { day: dayInDigits(day), start, end }));
  }
  const words = tidy(text);
  if (words) lines.push(`${labels.message}:`, ...words.split("\n").map((row) => `  | ${row}`));
  return ["", ...lines, ""].join("\n");
}

/**
 * What is sent of it: sealed for the desk that answered.
 * @param {FollowUp} followUp
 * @param {ConversationKeys} keys
 * @param {() => boolean} isGone whether the page was closed meanwhile
 * @returns {import("./sending.js").Letter}
 */
export const letterAfter = (followUp, keys, isGone) => ({
  to: () => ({ m: String(followUp.answer.desk) }),
  /** @returns {Record<string, string>} */
  extra: ({ proof }) => (proof ? { l: base64url(keys.locator) } : {}),
  async write({ labels, number }) {
    if (isGone()) throw new Failure();
    const code = await replyCode(followUp.answer.desk, keys);
    return followUpText(followUp, labels) + replyLines(code, number, `${followUp.newest.number}.${followUp.sent + 1}`);
  },
});
