// Keeps sums and progress up to date while typing. Without it both are right after each save.
const number = (input) => Number.parseInt(input.value, 10) || 0;
const inputs = [...document.querySelectorAll('.sheet-block input[type="number"]')];
const bar = document.getElementById("sheet-progress");

function refresh() {
  for (const block of document.querySelectorAll(".sheet-block")) {
    const own = [...block.querySelectorAll('input[type="number"]')];
    const filled = own.filter((input) => input.value !== "").length;
    block.dataset.state = filled === own.length ? "full" : filled ? "partial" : "empty";
    const total = block.querySelector(".sheet-total");
    if (!total) continue;
    const sum = own.reduce((found, input) => found + number(input), 0);
    const base = document.getElementById(`id_${block.dataset.base}`);
    total.querySelector("output").textContent = `${sum} / ${number(base)}`;
    total.classList.toggle("off", filled > 0 && sum !== number(base));
  }
  bar.value = inputs.filter((input) => input.value !== "").length;
  bar.nextElementSibling.textContent = `${bar.value}/${bar.max}`;
}

document.addEventListener("input", refresh);
refresh();
