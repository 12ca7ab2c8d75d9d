// Keeps sums and progress up to date while typing. Without it both are right after each save.
const number = (input) => Number.parseInt(input.value, 10) || 0;
const inputs = [...document.querySelectorAll('.sheet-block input[type="number"]')];
const bar = document.getElementById("sheet-progress");

/** @param {Element} place @param {string} words */
function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function refresh() {
  for (const block of document.querySelectorAll(".sheet-block")) {
    const own = [...block.querySelectorAll('input[type="number"]')];
    const filled = own.filter((input) => input.value !== "").length;
    block.dataset.state = filled === own.length ? "full" : filled ? "partial" : "empty";
    const total = block.querySelector(".sheet-total");
    if (!total) continue;
    const sum = own.reduce((found, input) => found + number(input), 0);
    const base = document.getElementById(`id_${block.dataset.base}`);
    const off = filled > 0 && sum !== number(base);
    say(total.querySelector("output"), `${sum} / ${number(base)}`);
    // Colour alone would tell it to some only; and it is read aloud when it becomes true, not at each key.
    say(total.querySelector("[role=status]"), off ? total.dataset.off : "");
    total.classList.toggle("off", off);
  }
  bar.value = inputs.filter((input) => input.value !== "").length;
  say(bar.nextElementSibling, `${bar.value}/${bar.max}`);
}

document.addEventListener("input", refresh);
refresh();
