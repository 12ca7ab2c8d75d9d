// Offers to print the page; without it the browser's own menu does.

const button = document.getElementById("stampa");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
