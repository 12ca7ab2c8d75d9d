// Shows the results in place: a form that navigates would leave its words in the browser's session file.
// Without this script the form is sent as usual, by POST.
let last;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".find")) return;
  event.preventDefault();
  last?.abort();
  const request = (last = new XMLHttpRequest());
  request.open("POST", form.action);
  // Old browsers do not say by themselves that a script asks.
  request.setRequestHeader("X-Requested-With", "script");
  // A document response is parsed without any of the sinks that Trusted Types guard.
  request.responseType = "document";
  request.onload = () => {
    const found = request.response?.getElementById("risultati");
    if (!found) return request.onerror();
    // She may be on another page by now, which has results of its own.
    form.nextElementSibling.replaceWith(document.importNode(found, true));
    form.nextElementSibling.focus();
  };
  request.onerror = () => {
    form.nextElementSibling.textContent = form.dataset.offline;
  };
  request.send(new URLSearchParams(new FormData(form)));
});
