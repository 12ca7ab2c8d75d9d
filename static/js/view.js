// What shows a page, taken from one document and put into another.

/** @typedef {{ text: string | null, attributes: { name: string, value: string }[] }} Label */
/**
 * @typedef {object} View
 * @property {(Element | null)[]} parts header, content and footer
 * @property {NodeListOf<Element>} styles
 * @property {string} body
 * @property {string} lang
 * @property {string} dir
 * @property {Label[]} labels
 */

const PARTS = ["header.top", "main", "footer.foot"];
// What the words around the page are written in: its leaves, and the attributes that change with the language.
const LABELS = ".skip, .exit, .exit :is(a, span)";
const SPOKEN = /^(lang|dir|aria-label|data-(?!note|count|quiet|back|shift).*)$/;

/**
 * What shows a page, with what was typed into it. An answer to a fault has neither header nor footer.
 * @param {Document} page
 * @returns {View}
 */
export function take(page) {
  return {
    parts: PARTS.map((part) => page.querySelector(part)),
    styles: page.querySelectorAll("head style"),
    body: page.body.className,
    lang: page.documentElement.lang,
    dir: page.documentElement.dir,
    labels: [...page.querySelectorAll(LABELS)].map((label) => ({
      text: label.childElementCount ? null : label.textContent,
      // Copies: an attribute of the document would change with it.
      attributes: [...label.attributes]
        .map(({ name, value }) => ({ name, value }))
        .filter(({ name }) => SPOKEN.test(name)),
    })),
  };
}

/**
 * Let the bar and the skip links speak the language of the page. That of an error has fewer words: it keeps ours.
 * @param {Label[]} labels
 */
function translate(labels) {
  const own = document.querySelectorAll(LABELS);
  if (own.length !== labels.length) return;
  labels.forEach(({ text, attributes }, number) => {
    const label = /** @type {Element} */ (own[number]);
    if (text !== null) label.textContent = text;
    for (const { name, value } of attributes) label.setAttribute(name, value);
  });
}

/**
 * Put a view in the place of what is shown.
 * @param {View} view
 */
export function put({ parts, styles, body, lang, dir, labels }) {
  const former = take(document);
  for (const style of former.styles) style.remove();
  document.head.append(...styles);
  const [header, main, footer] = former.parts;
  main?.replaceWith(...parts.filter((part) => part !== null));
  header?.remove();
  footer?.remove();
  document.body.className = body;
  Object.assign(document.documentElement, { lang, dir });
  translate(labels);
}
