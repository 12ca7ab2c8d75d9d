// Covers what is written and read here while the page is hidden, so that it is not in the small picture that a
// telephone makes of a page that it leaves, and when nobody has touched anything for a minute.
// Covered, not taken away: the text is nowhere else, and what has the focus keeps it.
const REST = 60_000; // ms without a touch or a key
const SIGNS = ["pointerdown", "keydown", "touchmove", "wheel", "scroll", "input"];

/**
 * @param {HTMLElement} covered
 * @param {HTMLElement} notice says why nothing can be seen
 */
export function coverUnattended(covered, notice) {
  let isResting = false;
  let timer = 0;
  function draw() {
    covered.classList.toggle("console-away", document.hidden || isResting);
    notice.hidden = !isResting;
  }
  /** @param {boolean} value */
  function rest(value) {
    isResting = value;
    draw();
    clearTimeout(timer);
    if (!value) timer = setTimeout(() => rest(true), REST);
  }
  const touched = () => {
    if (!isResting) rest(false);
  };
  /** @param {Event} event what brings the page back does nothing else: it would press a button that nobody sees */
  function wake(event) {
    if (!isResting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    rest(false);
  }
  for (const name of ["click", "keydown", "beforeinput"]) addEventListener(name, wake, { capture: true });
  for (const name of SIGNS) addEventListener(name, touched, { capture: true, passive: true });
  document.addEventListener("visibilitychange", draw);
  rest(false);
}
