// Runs the vectors of RFC 7748 and 9180 and our own in the browser that opened the page; window.done says what failed.
import { readCode } from "/sealed/code.js";
import { keysOf, openAnswer, replyCode, sealAnswer } from "/sealed/conversation.js";
import { agree, openWith, publicKeyOf, sealTo } from "/sealed/hpke.js";
import { multiply } from "/sealed/x25519.js";

const bytes = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (data) => Array.from(data, (each) => each.toString(16).padStart(2, "0")).join("");
const read = async (name) => (await fetch(`/vectors/${name}.json`)).json();
const failed = [];
let checked = 0;
const same = (what, found, wanted) => {
  checked += 1;
  if (JSON.stringify(found) !== JSON.stringify(wanted)) failed.push(what);
};

async function rfc7748() {
  const [scalar, point] = [
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
    "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
  ].map(bytes);
  const result = "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552";
  same("ladder", hex(multiply(scalar, point)), result);
  same("curve", hex(await agree(scalar, point)), result);
}

async function rfc9180() {
  for (const vector of (await read("rfc9180")).vectors) {
    const { encryption } = vector;
    const fixed = { ephemeral: bytes(vector.skEm), bits: 128 * vector.aead_id, aad: bytes(encryption.aad) };
    const sealed = await sealTo(bytes(encryption.pt), bytes(vector.pkRm), bytes(vector.info), fixed);
    same("sealed", hex(sealed), vector.enc + encryption.ct);
    same("opened", hex(await openWith(sealed, bytes(vector.skRm), bytes(vector.info), fixed)), encryption.pt);
  }
}

async function ours() {
  const { codes, typed, answer } = await read("conversation");
  for (const { code, site_id, locator, public: key, reply_code, desk } of codes) {
    const keys = await keysOf(code, site_id);
    same("keys", [hex(keys.locator), hex(keys.public)], [locator, key]);
    same("reply code", await replyCode(desk, keys), reply_code);
    same("public key", hex(await publicKeyOf(keys.secret)), key);
  }
  for (const { typed: signs, code, slip } of typed) same("typed", readCode(signs), { code, slip });
  const place = { siteId: answer.site_id, desk: answer.desk, number: answer.number };
  const keys = await keysOf(answer.code, answer.site_id);
  same("answer", await openAnswer(bytes(answer.sealed), keys, place), answer.text);
  return [...(await sealAnswer(answer.text, keys.public, place))];
}

try {
  await rfc7748();
  await rfc9180();
  const sealed = await ours();
  window.done = JSON.stringify({ failed, checked, sealed });
} catch (error) {
  window.done = JSON.stringify({ failed: [...failed, String(error)], checked, sealed: [] });
}
