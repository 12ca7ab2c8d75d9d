// Shows the results in place: a form that navigates would leave its words in the browser's session file.
// Without this script the form is sent as usual, by POST.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".find")) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  // A document response is parsed without any of the sinks that Trusted Types guard.
  request.responseType = "document";
  request.onload = () => {
    const found = request.response?.getElementById("risultati");
    if (!found) return form.submit();
    document.getElementById("risultati").replaceWith(document.importNode(found, true));
    document.getElementById("risultati").focus();
  };
  request.onerror = () => form.submit();
  request.send(new URLSearchParams(new FormData(form)));
});
