// Shows the results in place: a form that navigates would leave its words in the browser's session file.
// Without this script the form is sent as usual, by POST.
let last;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.matches("[role=search]")) return;
  event.preventDefault();
  // She may be on another page when the answer comes; then it waits here for her way back.
  const main = form.closest("main");
  last?.abort();
  const request = (last = new XMLHttpRequest());
  request.open("POST", form.action);
  // Old browsers do not say by themselves that a script asks.
  request.setRequestHeader("X-Requested-With", "script");
  // A document response is parsed without any of the sinks that Trusted Types guard.
  request.responseType = "document";
  request.onload = () => {
    const { into = "risultati" } = form.dataset;
    const found = request.response?.getElementById(into);
    if (!found) return request.onerror();
    main.querySelector(`#${into}`).replaceWith(document.importNode(found, true));
    main.querySelector("#risultati").focus();
  };
  request.onerror = () => {
    main.querySelector("#risultati").textContent = form.dataset.offline;
  };
  request.send(new URLSearchParams(new FormData(form)));
});
