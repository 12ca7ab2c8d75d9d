// After a save the editor stands on the tab where she was: the form's address carries it through the redirect.
// Without it she stands on the first tab, as the administration does by itself.
const form = document.querySelector("[data-edit-form]");

/** @param {string} address */
function plain(address) {
  return address.split("#")[0];
}

function tab() {
  const chosen = document.querySelector('[role="tab"][aria-selected="true"]');
  return chosen?.getAttribute("href") ?? "";
}

// Refused: the first tab with an error is opened (admin-errors.js), unless the address names another.
if (form && location.hash.startsWith("#tab-") && document.querySelector(".messages .error")) {
  history.replaceState(history.state, "", plain(location.href));
}

// In the last moment before the form leaves, whatever sends it.
form?.addEventListener("submit", () => {
  form.setAttribute("action", plain(form.getAttribute("action") ?? location.href) + tab());
});
