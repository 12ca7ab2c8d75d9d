// Reads the reply of the server (contatti/sealed/conversation/reply.py) and opens what is in it. The server is not
// believed about number, order or desk of an answer.
import { openAnswer } from "./conversation.js";
import { readDocument } from "./document.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ desk: number, number: number, sealed: Bytes }} SealedAnswer */
/** @typedef {{ desk: number, number: number, document: import("./document.js").AnswerDocument }} OpenedAnswer */

export const REPLY_LENGTH = 16_384;
const REPLY_HEADER = 14;

/**
 * The answers of a reply. Throws for one that is cut.
 * @param {Bytes} reply
 * @returns {SealedAnswer[]}
 */
export function readReply(reply) {
  if (reply.length !== REPLY_LENGTH) throw new RangeError("length");
  const view = new DataView(reply.buffer, reply.byteOffset, reply.length);
  const answers = [];
  let at = 1;
  for (let left = view.getUint8(0); left; left--) {
    if (at + REPLY_HEADER > REPLY_LENGTH) throw new RangeError("cut");
    const end = at + REPLY_HEADER + view.getUint16(at + 12);
    const sealed = reply.slice(at + REPLY_HEADER, end);
    answers.push({ desk: Number(view.getBigUint64(at)), number: view.getUint32(at + 8), sealed });
    at = end;
  }
  if (at > REPLY_LENGTH) throw new RangeError("cut");
  return answers;
}

/**
 * The answers, oldest first. Rejects for one that was altered, is another's, comes twice, or is missing between the
 * first and the last of what is there.
 * @param {SealedAnswer[]} answers
 * @param {import("./conversation.js").Keys} keys
 * @param {string} siteId
 * @returns {Promise<OpenedAnswer[]>}
 */
export async function openAnswers(answers, keys, siteId) {
  const opened = [];
  for (const [at, { desk, number, sealed }] of answers.entries()) {
    const before = answers[at - 1];
    if (before && (before.number + 1 !== number || before.desk !== desk)) throw new Error("order");
    const document = readDocument(await openAnswer(sealed, keys, { siteId, desk, number }));
    opened.push({ desk, number, document });
  }
  return opened;
}
