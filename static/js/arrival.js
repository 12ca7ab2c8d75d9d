// Who stands before a page that Back, Forward or a restored session brought up?

/** @typedef {{ getState: () => unknown } | null | undefined} Entry an entry of the history */

/** @param {Entry} entry */
const wasLeft = (entry) => Boolean(entry && entry.getState());

/**
 * True when Back, Forward or a restored session brought somebody here from another site, and it was not
 * a link of this page that led there: the one who presses Back after an exit may be somebody else. So may
 * the one who goes back from, comes back to or reloads a page that was left for a site that never came.
 * @param {string | undefined} type how the page came to be shown (PerformanceNavigationTiming)
 * @param {Entry} current
 * @param {Entry} from the page before, if it was one of this site
 * @param {{ wayBack?: boolean } | null} state what a followed link left with this page (exit.js)
 */
export const isUnexpected = (type, current, from, state) => {
  if (type !== "navigate" && (wasLeft(current) || wasLeft(from))) return true;
  return type === "back_forward" && !from && !(state && state.wayBack);
};
