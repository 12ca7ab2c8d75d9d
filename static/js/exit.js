/* Quick exit. The page is emptied first and left afterwards; nothing is asked of the network in between.
   Without this file the control is an ordinary link, and a style rule covers the page while it is pressed. */
(() => {
  const root = document.documentElement;
  const bar = document.querySelector(".exit");
  const link = bar.querySelector(".exit-link");
  const { say, title } = bar.dataset;
  const phrases = say.split("|");
  const presses = 3;
  const span = 5000;
  let count = 0;
  let timer = 0;

  const emptyFields = () => {
    for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else field.value = "";
    }
  };

  const leave = () => {
    const to = link.href;
    emptyFields();
    document.title = title;
    // A new element: while the page is still arriving, the parser goes on filling the one it knows.
    document.body.replaceWith(document.createElement("body"));
    // The network is asked after the empty frame is drawn; a tab in the background draws none, and still leaves.
    const go = () => {
      if (timer) location.replace(to);
      timer = clearTimeout(timer);
    };
    timer = setTimeout(go, 100);
    requestAnimationFrame(() => setTimeout(go));
  };

  const show = (pressed, phrase) => {
    if (pressed) bar.dataset.count = pressed;
    else delete bar.dataset.count;
    bar.querySelector("[role=status]").textContent = phrase;
  };

  const forget = () => {
    clearTimeout(timer);
    if (bar.dataset.count) show(0, phrases[0]);
    count = 0;
  };

  const onKey = (event) => {
    if (event.key !== "Shift") return count && forget();
    if (event.repeat) return;
    count += 1;
    if (count === presses) return leave();
    if (count === 1) timer = setTimeout(forget, span);
    // One Shift is a capital letter or a step backwards, and no reason to speak.
    else show(count, phrases[1]);
  };

  const onClick = (event) => {
    const control = event.target.closest("a[href], button");
    if (!control) return;
    if (control.classList.contains("exit-link")) {
      event.preventDefault();
      return leave();
    }
    const wayBack = /^http/.test(control.protocol) && control.origin !== location.origin;
    // Whoever goes on within the site meanwhile has given up that way.
    if (wayBack || history.state) history.replaceState({ wayBack }, "");
  };

  /* True when Back, Forward or a restored session brought somebody here from another site, and it was not
     a link of this page that led there: the one who presses Back after an exit may be somebody else. */
  const isUnexpected = (restored) => {
    const [entry] = performance.getEntriesByType("navigation");
    if (!restored && !(entry && entry.type === "back_forward")) return false;
    if (!window.navigation || document.wasDiscarded) return false;
    const { activation } = navigation;
    return !(activation && activation.from) && !(history.state && history.state.wayBack);
  };

  const arrive = (restored) => {
    if (isUnexpected(restored)) return leave();
    if (history.state) history.replaceState(null, "");
    root.hidden = false;
  };

  /* Keeps the bar at the lower edge of what is really visible: pinch zoom and the keyboard of some phones
     move that edge without moving the page's own. */
  const place = () => {
    const seen = window.visualViewport;
    bar.style.transform = "";
    const box = bar.getBoundingClientRect();
    const down = seen.offsetTop + seen.height - box.bottom;
    if (seen.scale < 1.01 && down > -1) return;
    bar.style.transform = `translate(${seen.offsetLeft - box.left}px, ${down}px) scale(${1 / seen.scale})`;
  };

  addEventListener("keydown", onKey, true);
  addEventListener("click", onClick, true);
  addEventListener("auxclick", onClick, true);
  addEventListener("pagehide", () => {
    emptyFields();
    root.hidden = true;
  });
  addEventListener("pageshow", (event) => event.persisted && arrive(true));
  if (window.visualViewport) for (const name of ["resize", "scroll"]) visualViewport.addEventListener(name, place);
  if (window.ResizeObserver) {
    new ResizeObserver(() => root.style.setProperty("--exit", `${bar.offsetHeight}px`)).observe(bar);
  }
  arrive(false);
})();
