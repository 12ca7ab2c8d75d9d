// What a click on a link asks for, and what a file is called.

const STAFF = /^\/(admin|static)\//;

/**
 * True for a click that asks for a tab or window of its own.
 * @param {Pick<MouseEvent, "button" | "ctrlKey" | "metaKey" | "shiftKey">} event
 */
export const isElsewhere = ({ button, ctrlKey, metaKey, shiftKey }) => button === 1 || ctrlKey || metaKey || shiftKey;

/**
 * True for a link to a page of this site that a visitor may see in the place of the present one.
 * @param {Element} link
 * @param {URL} address
 * @param {Pick<MouseEvent, "altKey">} event with Alt held, a browser saves what the link leads to
 */
export function isOurs(link, { origin, pathname }, { altKey }) {
  return !altKey && origin === location.origin && !link.matches("[download]") && !STAFF.test(pathname);
}

/**
 * The name under which to save a file: the server's word, or the end of its address.
 * @param {string | null} disposition the header Content-Disposition
 * @param {string} address
 */
export function fileName(disposition, address) {
  const [, name] = /filename="?([^";]+)/.exec(disposition ?? "") ?? [];
  return name ?? new URL(address).pathname.split("/").filter(Boolean).pop() ?? "";
}
