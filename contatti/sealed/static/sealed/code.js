// The code that she keeps: 20 random digits and two check digits (ISO 7064, MOD 97-10). The same rules as
// contatti/sealed/conversation/code.py: a slip is told here, before anything is asked of the server.

const RANDOM_DIGITS = 20;
const CODE_LENGTH = 22;
const ZEROS = "٠۰߀०০੦૦௦೦๐０"; // the zeros of other scripts; their digits follow in order

/** @param {string} digits */
export const checkDigits = (digits) => String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, "0");

/** @returns {string} 22 digits */
export function makeCode() {
  let digits = "";
  while (digits.length < RANDOM_DIGITS)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < 250 && digits.length < RANDOM_DIGITS) digits += byte % 10; // each digit alike
  return digits + checkDigits(digits);
}

/** @param {string} sign @returns {string} an ASCII digit, or the sign */
function asciiDigit(sign) {
  const point = sign.codePointAt(0) ?? 0;
  for (const zero of ZEROS) {
    const value = point - (zero.codePointAt(0) ?? 0);
    if (value >= 0 && value < 10) return String(value);
  }
  return sign;
}

/**
 * What was typed, without spaces and marks, its digits as ASCII ones.
 * @param {string} typed
 */
export const digitsOf = (typed) =>
  [...typed.normalize("NFKC").replace(/[\s\p{Cf}\p{Mn}–—.·_-]+/gu, "")].map(asciiDigit).join("");

/**
 * The code as 22 digits, or the slip: "letters", "short", "long" or "mistyped".
 * @param {string} typed
 * @returns {{ code: string, slip: string }}
 */
export function readCode(typed) {
  const code = digitsOf(typed);
  if (!/^\d*$/.test(code)) return { code: "", slip: "letters" };
  if (code.length !== CODE_LENGTH) return { code: "", slip: code.length < CODE_LENGTH ? "short" : "long" };
  const isRight = code.slice(RANDOM_DIGITS) === checkDigits(code.slice(0, RANDOM_DIGITS));
  return isRight ? { code, slip: "" } : { code: "", slip: "mistyped" };
}

/** @param {string} code */
export const grouped = (code) => code.replace(/(.{4})(?=.)/g, "$1 ");
