// Shows what needs a script: the buttons for a passkey, where the browser knows them, and the one that prints.
// Without it a code and the password open as well. What the ceremony itself needs is allauth's.

const knows = "credentials" in navigator && "PublicKeyCredential" in window;

/** @param {string} selector */
const all = (selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const told of all("[data-passkey-told]")) told.hidden = false;
});

document.addEventListener("DOMContentLoaded", () => {
  for (const button of all("[data-passkey]")) {
    button.hidden = !knows;
    button.addEventListener("click", () => {
      for (const told of all("[data-passkey-told]")) told.hidden = true;
    });
  }
  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
});
