// A line in the reader's language, where her browser asks for one in which this site can be read and the page is not.
// Nothing is sent, kept or opened: it is the link of the menu once more, in words.

/** @param {string} code BCP 47 */
const primary = (code) => code.toLowerCase().split("-")[0];

const here = primary(document.documentElement.lang);
const menu = /** @type {HTMLElement} */ (document.querySelector("[data-languages]"));
/** @type {Map<string | undefined, HTMLAnchorElement>} */
const links = new Map();
for (const link of menu.querySelectorAll("a")) if (!links.has(primary(link.lang))) links.set(primary(link.lang), link);

const wanted = navigator.languages.map(primary).find((code) => code === here || links.has(code));
const link = links.get(wanted);
document.querySelector(".offer")?.remove(); // that of the page in whose place this one came
if (link && wanted !== here) {
  const offer = /** @type {HTMLAnchorElement} */ (link.cloneNode());
  offer.className = "offer";
  offer.textContent = link.dataset.offer ?? "";
  menu.before(offer);
}
