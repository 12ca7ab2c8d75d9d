// X25519 (RFC 7748, 5) for browsers whose WebCrypto lacks it: Chromium before 133, Firefox before 130, Safari before 17.
// BigInt takes no constant time: the key lives for one answer in her own browser, and nobody there measures it.

const P = 2n ** 255n - 19n;
const A24 = 121665n;
export const BASE_POINT = Uint8Array.from({ length: 32 }, (_, at) => (at ? 0 : 9));

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {Uint8Array} bytes little-endian */
const toNumber = (bytes) => bytes.reduceRight((number, byte) => (number << 8n) + BigInt(byte), 0n);

/** @param {bigint} number */
const mod = (number) => ((number % P) + P) % P;

/** @param {bigint} number @param {bigint} exponent */
function power(number, exponent) {
  let result = 1n;
  for (let base = mod(number), rest = exponent; rest; rest >>= 1n, base = (base * base) % P)
    if (rest & 1n) result = (result * base) % P;
  return result;
}

/**
 * The function X25519: the u-coordinate of `scalar` times the point at `point`, 32 bytes each.
 * @param {Uint8Array} scalar
 * @param {Uint8Array} point
 * @returns {Bytes}
 */
export function multiply(scalar, point) {
  const clamped = Uint8Array.from(scalar);
  clamped[0] = (clamped[0] ?? 0) & 248;
  clamped[31] = ((clamped[31] ?? 0) & 127) | 64;
  const k = toNumber(clamped);
  const u = mod(toNumber(point) & (2n ** 255n - 1n));
  let [x2, z2, x3, z3, swapped] = [1n, 0n, u, 1n, 0n];
  for (let at = 254n; at >= 0n; at--) {
    const bit = (k >> at) & 1n;
    if (bit !== swapped) [x2, z2, x3, z3] = [x3, z3, x2, z2];
    swapped = bit;
    const [a, b, c, d] = [x2 + z2, x2 - z2, x3 + z3, x3 - z3];
    const [aa, bb, da, cb] = [mod(a * a), mod(b * b), mod(d * a), mod(c * b)];
    const e = aa - bb;
    x3 = mod((da + cb) ** 2n);
    z3 = mod(u * (da - cb) ** 2n);
    x2 = mod(aa * bb);
    z2 = mod(e * (aa + A24 * e));
  }
  if (swapped) [x2, z2] = [x3, z3];
  const shared = mod(x2 * power(z2, P - 2n));
  return Uint8Array.from({ length: 32 }, (_, at) => Number((shared >> BigInt(8 * at)) & 255n));
}
