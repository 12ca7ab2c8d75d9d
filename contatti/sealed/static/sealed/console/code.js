// Reads the reply code that an operator pastes, and asks the server about its place alone.
import { markOf, readReplyCode } from "../conversation.js";
import { ask } from "./ask.js";
import { data, words } from "./page.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ desk: number, public: Bytes, place: Bytes }} ReplyCode */

const LETTERS = 124;
const WITHIN = /(?:[A-Z2-7]{6}[\s>|]+){20}[A-Z2-7]{4}(?![A-Z2-7])/g; // in whatever was copied around it

/** @param {Bytes} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {Bytes} bytes */
export const base64url = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/[=]+$/, "");

/**
 * A pasted code of one of her desks, or what is wrong with it.
 * @param {string} pasted
 * @returns {Promise<{ code: ReplyCode | null, fault: string }>}
 */
export async function read(pasted) {
  const upper = pasted.toUpperCase();
  const found = new Set((upper.match(WITHIN) ?? [upper]).map((each) => each.replace(/[^A-Z2-7]+/g, "")));
  if (found.size > 1) return { code: null, fault: words("two") }; // a letter that quotes another
  const letters = [...found][0] ?? "";
  const code = await readReplyCode(letters);
  if (code) return data.mine[code.desk] ? { code, fault: "" } : { code: null, fault: elsewhere(code.desk) };
  const values = { n: letters.length, all: LETTERS };
  if (letters.length < LETTERS) return { code, fault: words("short", values) };
  return { code, fault: words(letters.length > LETTERS ? "long" : "mistyped", values) };
}

/** @param {number} desk */
function elsewhere(desk) {
  const name = data.others[desk];
  return name ? words("other", { name }) : words("foreign");
}

/** @param {ReplyCode} code what the server may know of it */
export async function fieldsOf({ desk, place, public: key }) {
  return { place: hex(place), mark: hex(await markOf(key)), mailbox: String(desk) };
}

/** @param {ReplyCode} code */
export const stateOf = async (code) => ask(data.addresses.state, await fieldsOf(code));
