// The letter that goes with a referred case: what stands in it, and what is wrong with the draft. Nothing is kept.
import { line } from "../form.js";
import { part, words } from "./page.js";

/** @typedef {{ sender: string, receiver: string, how: string, day: string, text: string }} Draft */

const [sender, receiver] = [part("id_sender", HTMLSelectElement), part("id_receiver", HTMLSelectElement)];
const [consent, how] = [part("id_consent", HTMLInputElement), part("id_how", HTMLSelectElement)];
const [day, text] = [part("id_day", HTMLInputElement), part("id_text", HTMLTextAreaElement)];

export const isEmpty = () => !text.value.trim();

/** @returns {Draft} */
export const draft = () => ({
  sender: sender.value,
  receiver: receiver.value,
  how: how.value,
  day: day.value,
  text: text.value.trim(),
});

export function clear() {
  for (const field of [text, day]) field.value = "";
  for (const choice of [sender, receiver, how]) choice.selectedIndex = 0;
  consent.checked = false;
}

/** @param {number} longest */
export const roomLeft = (longest) => longest - text.value.trim().length;

/** @param {HTMLSelectElement} choice */
const named = (choice) => choice.selectedOptions[0]?.text ?? "";

export const receiverName = () => named(receiver);

/**
 * @param {number} longest
 * @param {string} today ISO
 * @returns {string} why it can't be sealed, empty where it can
 */
export function fault(longest, today) {
  const rules = /** @type {[boolean, string][]} */ ([
    [!receiver.value, "noReceiver"],
    [receiver.value === sender.value, "itself"],
    [!consent.checked, "noConsent"],
    [!(how.value && day.value), "noHow"],
    [day.value > today, "future"],
    [isEmpty(), "empty"],
    [roomLeft(longest) < 0, "tooLong"],
  ]);
  const [, broken] = rules.find(([isBroken]) => isBroken) ?? [];
  return broken ? words(broken, { n: -roomLeft(longest) }) : "";
}

/** @param {string} iso */
const spoken = (iso) => iso.split("-").reverse().join("/");

/** @param {string} today ISO @param {string} code as it is shown */
export function letterOf(today, code) {
  const said = words("saidYes", { how: named(how).toLowerCase(), day: spoken(day.value) });
  return [
    `${words("subject", { name: named(sender) })}\n\n`,
    line(words("from"), named(sender)),
    line(words("to"), named(receiver)),
    line(words("written"), spoken(today)),
    line(words("consent"), said),
    line(words("needs"), text.value.trim()),
    `\n${words("reply", { code })}\n`,
  ].join("");
}
