// Asks and posts on behalf of the console. A session that ended is found out before anything is posted.
import { data } from "./page.js";

/** @typedef {{ today: string, known: boolean, last: number, since: string, until: string, left: number }} State */
/** @typedef {"done" | "conflict" | "signedOut" | "refused" | "later" | "offline"} Outcome */

const HEADERS = { "X-Requested-With": "XMLHttpRequest" }; // else the administration redirects who may not enter

/** @param {Response} response @returns {Outcome} */
function outcomeOf({ status, redirected }) {
  if (status === 409) return "conflict";
  if (status === 403 || redirected) return "refused";
  return status === 200 ? "done" : "later";
}

/**
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<{ outcome: Outcome, state: State | null }>}
 */
export async function ask(address, fields) {
  try {
    const fresh = await fetch(data.addresses.token, { headers: HEADERS, cache: "no-store" });
    const met = outcomeOf(fresh);
    if (met !== "done") return { outcome: met === "refused" ? "signedOut" : met, state: null };
    const { token } = await fresh.json();
    const body = new URLSearchParams(fields);
    const response = await fetch(address, { method: "POST", headers: { ...HEADERS, "X-CSRFToken": token }, body });
    const outcome = outcomeOf(response);
    const isTold = outcome === "done" || outcome === "conflict";
    return { outcome, state: isTold ? await response.json() : null };
  } catch {
    return { outcome: "offline", state: null };
  }
}
