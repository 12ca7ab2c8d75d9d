// The code and the answers in her browser: RFC vectors, and the vectors that the server's side made and checks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./scripts.js";

const { checkDigits, grouped, makeCode, readCode } = await load("sealed/code.js");
const { keysOf, markOf, openAnswer, readReplyCode, replyCode, sealAnswer } = await load("sealed/conversation.js");
const { documentText, readDocument } = await load("sealed/document.js");
const { openAnswers, readReply } = await load("sealed/reply.js");
const { agree, openWith, publicKeyOf, sealTo } = await load("sealed/hpke.js");
const { multiply } = await load("sealed/x25519.js");

const read = (name) => JSON.parse(readFileSync(new URL(`../sealed/vectors/${name}.json`, import.meta.url), "utf8"));
const bytes = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (data) => Array.from(data, (each) => each.toString(16).padStart(2, "0")).join("");
const ours = read("conversation");

test("the ladder gives the two results of RFC 7748, 5.2, and the thousandth of its iteration", () => {
  const vectors = [
    [
      "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
      "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
      "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
    ],
    [
      "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
      "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
      "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
    ],
  ];
  for (const [scalar, point, result] of vectors) assert.equal(hex(multiply(bytes(scalar), bytes(point))), result);
  let [k, u] = [bytes(`09${"00".repeat(31)}`), bytes(`09${"00".repeat(31)}`)];
  for (let at = 0; at < 1000; at++) [k, u] = [multiply(k, u), k];
  assert.equal(hex(k), "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51");
});

test("a message of RFC 9180 is sealed and opened as its authors did", async () => {
  for (const vector of read("rfc9180").vectors) {
    const { encryption } = vector;
    const fixed = { ephemeral: bytes(vector.skEm), bits: 128 * vector.aead_id, aad: bytes(encryption.aad) };
    const sealed = await sealTo(bytes(encryption.pt), bytes(vector.pkRm), bytes(vector.info), fixed);
    assert.equal(hex(sealed), vector.enc + encryption.ct);
    assert.equal(hex(await openWith(sealed, bytes(vector.skRm), bytes(vector.info), fixed)), encryption.pt);
  }
});

test("where WebCrypto lacks the curve the result is the same", async () => {
  const [secret, other] = [bytes("11".repeat(32)), await publicKeyOf(bytes("22".repeat(32)))];
  assert.equal(hex(multiply(secret, other)), hex(await agree(secret, other)));
});

test("a key of small order is refused", async () => {
  await assert.rejects(agree(bytes("11".repeat(32)), new Uint8Array(32)));
});

test("a code opens the same locator, key and place as on the server", async () => {
  for (const { code, site_id, locator, private: secret, public: key, place, mark } of ours.codes) {
    const keys = await keysOf(code, site_id);
    assert.deepEqual(
      [hex(keys.locator), hex(keys.secret), hex(keys.public), hex(keys.place), hex(await markOf(keys.public))],
      [locator, secret, key, place, mark],
    );
  }
});

test("a reply code is written as on the server, and read with whatever a mail program puts between", async () => {
  const [{ code, site_id, reply_code, desk }] = ours.codes;
  const keys = await keysOf(code, site_id);
  assert.equal(await replyCode(desk, keys), reply_code);
  const found = await readReplyCode(`> ${reply_code.toLowerCase().replaceAll(" ", "\r\n> ")}`);
  assert.deepEqual([found?.desk, hex(found?.public), hex(found?.place)], [desk, hex(keys.public), hex(keys.place)]);
});

test("a reply code that is cut or changed anywhere is none", async () => {
  const letters = ours.codes[0].reply_code.replaceAll(" ", "");
  for (let at = 0; at < letters.length; at++) {
    for (const other of [..."ABZ7"].filter((letter) => letter !== letters[at]))
      assert.equal(await readReplyCode(letters.slice(0, at) + other + letters.slice(at + 1)), null, String(at));
    assert.equal(await readReplyCode(letters.slice(0, at)), null);
  }
});

test("a reply code whose letters are right but whose key is of small order is none", async () => {
  const { place } = await keysOf(makeCode(), "x");
  const P = 2n ** 255n - 19n;
  for (const number of [0n, 1n, P - 1n, P, P + 1n]) {
    const key = Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n));
    assert.equal(await readReplyCode(await replyCode(7, { public: key, place })), null, String(number));
  }
  const usable = await publicKeyOf(bytes("22".repeat(32)));
  assert.notEqual(await readReplyCode(await replyCode(7, { public: usable, place })), null);
});

test("an answer that the server sealed opens, and one for another number, desk, site or code does not", async () => {
  const { code, site_id: siteId, desk, number, sealed, text } = ours.answer;
  const keys = await keysOf(code, siteId);
  assert.equal(await openAnswer(bytes(sealed), keys, { siteId, desk, number }), text);
  for (const place of [
    { siteId, desk, number: number + 1 },
    { siteId, desk: desk + 1, number },
    { siteId: "y", desk, number },
  ])
    await assert.rejects(openAnswer(bytes(sealed), keys, place));
  await assert.rejects(openAnswer(bytes(sealed), await keysOf(makeCode(), siteId), { siteId, desk, number }));
});

test("an answer that is altered in any byte does not open", async () => {
  const keys = await keysOf(makeCode(), "x");
  const place = { siteId: "x", desk: 1, number: 1 };
  const sealed = await sealAnswer("Martedì alle 10.", keys.public, place);
  assert.equal(await openAnswer(sealed, keys, place), "Martedì alle 10.");
  for (let at = 0; at < sealed.length; at++) {
    const altered = sealed.slice();
    altered[at] ^= 1;
    await assert.rejects(openAnswer(altered, keys, place), String(at));
  }
});

test("a code is told its slip at once: one digit changed, two neighbours swapped, cut, too long, a letter", () => {
  const code = makeCode();
  assert.deepEqual(readCode(grouped(code)), { code, slip: "" });
  const places = [...code].map((_, at) => at);
  const changed = places.flatMap((at) =>
    [..."0123456789"].map((digit) => code.slice(0, at) + digit + code.slice(at + 1)),
  );
  const swapped = places.map(
    (at) =>
      code.slice(0, at) +
      code
        .slice(at, at + 2)
        .split("")
        .reverse()
        .join("") +
      code.slice(at + 2),
  );
  for (const typed of [...changed, ...swapped].filter((each) => each !== code))
    assert.equal(readCode(typed).slip, "mistyped", typed);
  assert.equal(readCode(code.slice(1)).slip, "short");
  assert.equal(readCode(`${code}1`).slip, "long");
  assert.equal(readCode(`o${code.slice(1)}`).slip, "letters");
});

test("codes are read as the server reads them, in every script and with every space", () => {
  for (const { typed, code, slip } of ours.typed) assert.deepEqual(readCode(typed), { code, slip }, typed);
});

test("check digits follow ISO 7064", () => assert.equal(checkDigits("0794"), "44"));

test("a document reads as it was written, a multiple of 1,024 bytes long", () => {
  const appointment = { day: "2026-12-03", start: "15:00", end: "15:30", place: "", ask_for: "Anna" };
  const document = { text: "Così, sì", day: "2026-12-01", appointment, word: "" };
  const text = documentText(document);

  assert.deepEqual(readDocument(text), document);
  assert.equal(new TextEncoder().encode(text).length, 1024);
  for (const wrong of ["{}", "null", '{"v":2}', text.replace("15:30", "ora")]) assert.throws(() => readDocument(wrong));
  assert.throws(() => documentText({ ...document, text: "è".repeat(4000) }));
});

test("a reply of the server opens, and one that is cut, altered, doubled or has a gap does not", async () => {
  const reply = bytes(ours.reply.begins);
  const keys = await keysOf(ours.reply.code, ours.reply.site_id);
  const whole = new Uint8Array(16_384);
  whole.set(reply);
  const answers = readReply(whole);
  const opened = await openAnswers(answers, keys, ours.reply.site_id);

  assert.deepEqual(
    opened.map(({ number, document }) => [number, document.text]),
    [
      [1, "Ti aspettiamo."],
      [2, "Alle 15, città."],
      [3, "A domani."],
    ],
  );
  assert.throws(() => readReply(whole.slice(1)));
  const [first, second, third] = answers;
  const altered = { ...second, sealed: second.sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) };
  const another = { ...second, number: 1 };
  for (const wrong of [
    [first, altered],
    [first, first],
    [first, third],
    [second, first],
    [another],
    [{ ...first, desk: 8 }],
  ])
    await assert.rejects(openAnswers(wrong, keys, ours.reply.site_id));
});
