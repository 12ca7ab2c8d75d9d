// Shows the results in place: a form that navigates would leave its words in the browser's session file.
// Without this script the form is sent as usual, by POST.

/** @type {XMLHttpRequest | undefined} */
let last;
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== "post" || !form.matches("[role=search], [data-into]")) return;
  event.preventDefault();
  // She may be on another page when the answer comes; then it waits here for her way back.
  const main = /** @type {HTMLElement} */ (form.closest("main"));
  const results = () => /** @type {HTMLElement} */ (main.querySelector("#risultati"));
  const fail = () => {
    results().textContent = /** @type {string} */ (form.dataset.offline);
  };
  last?.abort();
  const request = new XMLHttpRequest();
  last = request;
  request.open("POST", form.action);
  // Old browsers do not say by themselves that a script asks.
  request.setRequestHeader("X-Requested-With", "script");
  // A document response is parsed without any of the sinks that Trusted Types guard.
  request.responseType = "document";
  request.onload = () => {
    const { into = "risultati" } = form.dataset;
    const found = request.response?.getElementById(into);
    if (!found) return fail();
    main.querySelector(`#${into}`)?.replaceWith(document.importNode(found, true));
    results().focus();
  };
  request.onerror = fail;
  // TypeScript's library has no such constructor; every browser has.
  request.send(new URLSearchParams(/** @type {any} */ (new FormData(form))));
});
