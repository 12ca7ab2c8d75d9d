// Keeps sums and progress up to date while typing. Without it both are right after each save.
const bar = /** @type {HTMLProgressElement} */ (document.getElementById("sheet-progress"));
const inputs = numbersIn(document, ".sheet-block ");

/** @param {HTMLInputElement} input */
function number(input) {
  return Number.parseInt(input.value, 10) || 0;
}

/** @param {ParentNode} within @returns {HTMLInputElement[]} */
function numbersIn(within, prefix = "") {
  return [...within.querySelectorAll(`${prefix}input[type="number"]`)].filter(
    (input) => input instanceof HTMLInputElement,
  );
}

/** @param {Element | null} place @param {string} words */
function say(place, words) {
  if (place && place.textContent !== words) place.textContent = words;
}

function refresh() {
  /** @type {NodeListOf<HTMLElement>} */
  const blocks = document.querySelectorAll(".sheet-block");
  for (const block of blocks) {
    const own = numbersIn(block);
    const filled = own.filter((input) => input.value !== "").length;
    const begun = filled ? "partial" : "empty";
    block.dataset.state = filled === own.length ? "full" : begun;
    const total = /** @type {HTMLElement | null} */ (block.querySelector(".sheet-total"));
    if (!total) continue;
    const sum = own.reduce((found, input) => found + number(input), 0);
    const base = number(/** @type {HTMLInputElement} */ (document.getElementById(`id_${block.dataset.base}`)));
    const off = filled > 0 && sum !== base;
    say(total.querySelector("output"), `${sum} / ${base}`);
    // Colour alone would tell it to some only; and it is read aloud when it becomes true, not at each key.
    say(total.querySelector("[role=status]"), (off && total.dataset.off) || "");
    total.classList.toggle("off", off);
  }
  bar.value = inputs.filter((input) => input.value !== "").length;
  say(bar.nextElementSibling, `${bar.value}/${bar.max}`);
}

document.addEventListener("input", refresh);
refresh();
