// Triple DES in CBC mode (FIPS 46-3), for one purpose: the old form of a PKCS #12 file, which is the only one that every
// mail program imports. WebCrypto has none.

const DES_ROUNDS = 16;
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const PC1 = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const PC2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const P = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
const IP = Array.from({ length: 64 }, (_, at) => {
  const row = Math.floor(at / 8);
  return (row < 4 ? 58 + 2 * row : 49 + 2 * row) - 8 * (at % 8);
});
const FP = IP.map((_, at) => IP.indexOf(at + 1) + 1);
const E = Array.from({ length: 48 }, (_, at) => ((4 * Math.floor(at / 6) + (at % 6) + 31) % 32) + 1);
const S = [
  "e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d",
  "f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9",
  "a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c",
  "7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e",
  "2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453",
  "c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d",
  "4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c",
  "d2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b",
].map((rows) => Array.from(rows, (digit) => Number.parseInt(digit, 16)));

/** @typedef {number[]} Bits each 0 or 1 */

/** @param {Bits} bits @param {number[]} places counted from 1 */
const permuted = (bits, places) => places.map((place) => bits[place - 1] ?? 0);

/** @param {Bits} one @param {Bits} other */
const xor = (one, other) => one.map((bit, at) => bit ^ (other[at] ?? 0));

/** @param {Iterable<number>} bytes @returns {Bits} */
const bitsOf = (bytes) =>
  Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .split("")
    .map(Number);

/** @param {Bits} key 64 bits @returns {Bits[]} */
function schedule(key) {
  let [left, right] = [permuted(key, PC1.slice(0, 28)), permuted(key, PC1.slice(28))];
  return SHIFTS.map((shift) => {
    left = [...left.slice(shift), ...left.slice(0, shift)];
    right = [...right.slice(shift), ...right.slice(0, shift)];
    return permuted([...left, ...right], PC2);
  });
}

/** @param {Bits} half @param {Bits} subkey */
function mixed(half, subkey) {
  const wide = xor(permuted(half, E), subkey);
  const narrow = S.flatMap((box, at) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = wide.slice(6 * at, 6 * at + 6);
    const value = box[32 * a + 16 * f + 8 * b + 4 * c + 2 * d + e] ?? 0;
    return [8, 4, 2, 1].map((weight) => Number((value & weight) > 0));
  });
  return permuted(narrow, P);
}

/** @param {Bits} block @param {Bits[]} subkeys in the order of encryption, or reversed to decrypt */
function des(block, subkeys) {
  const mixedUp = permuted(block, IP);
  let [left, right] = [mixedUp.slice(0, 32), mixedUp.slice(32)];
  for (let round = 0; round < DES_ROUNDS; round += 1)
    [left, right] = [right, xor(left, mixed(right, subkeys[round] ?? []))];
  return permuted([...right, ...left], FP);
}

/**
 * The ciphertext of data with PKCS #7 padding.
 * @param {Uint8Array} data
 * @param {Uint8Array} key 24 bytes
 * @param {Uint8Array} iv 8 bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function tripleDes(data, key, iv) {
  const [first, second, third] = [0, 8, 16].map((at) => schedule(bitsOf(key.slice(at, at + 8))));
  const filler = 8 - (data.length % 8);
  const padded = [...data, ...new Array(filler).fill(filler)];
  let before = bitsOf(iv);
  /** @type {number[]} */
  const output = [];
  for (let at = 0; at < padded.length; at += 8) {
    const block = xor(bitsOf(padded.slice(at, at + 8)), before);
    before = des(des(des(block, first ?? []), [...(second ?? [])].reverse()), third ?? []);
    for (let byte = 0; byte < 64; byte += 8) output.push(Number.parseInt(before.slice(byte, byte + 8).join(""), 2));
  }
  return Uint8Array.from(output);
}
