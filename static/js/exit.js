/* Quick exit. The page is emptied first and left afterwards; nothing is asked of the network in between.
   Without this file the control is a form, and a style rule covers the page as soon as it is sent. */
(() => {
  const root = document.documentElement;
  const bar = document.querySelector(".exit");
  const link = bar.querySelector("a.exit-link");
  const toggle = bar.querySelector("[data-shift]");
  const described = toggle.id;
  const presses = 3;
  const span = 5000;
  let count = 0;
  let bare = false; // A Shift is down, and nothing else happened since.
  let held = false; // Another key is down, or the first button of a mouse.
  let timer = 0;
  let leaving = 0;
  let isOn = true;

  const emptyFields = () => {
    for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else field.value = "";
    }
  };

  const phrase = (number) => bar.dataset.say.split("|")[number];

  const leave = () => {
    const to = link.href;
    emptyFields();
    document.title = bar.dataset.title;
    // A new element: while the page is still arriving, the parser goes on filling the one it knows.
    const body = document.createElement("body");
    // It takes the focus by a name, so a screen reader says that another site opens, and nothing is to be seen.
    Object.assign(body, { tabIndex: -1, role: "alert", ariaLabel: phrase(3) });
    body.style.outline = "none";
    document.body.replaceWith(body);
    body.focus();
    // Should the neutral site never come, the pages before this one know that it was left (arrive).
    if (window.navigation) navigation.updateCurrentEntry({ state: 1 });
    // The network is asked after the empty frame is drawn; a tab in the background draws none, and still leaves.
    const go = () => {
      if (leaving) location.replace(to);
      leaving = clearTimeout(leaving);
    };
    leaving = setTimeout(go, 100);
    requestAnimationFrame(() => setTimeout(go));
  };

  const show = (pressed, words) => {
    if (pressed) bar.dataset.count = pressed;
    else delete bar.dataset.count;
    bar.querySelector("[role=status]").textContent = words;
  };

  const forget = () => {
    clearTimeout(timer);
    // One press alone was perhaps meant for something else: taking it back is no news.
    if (count) show(0, count > 1 ? phrase(0) : "");
    count = 0;
    bare = false;
  };

  /* Only a bare Shift counts: nothing else is pressed, clicked, turned or touched before it is released. */
  const onKey = (event) => {
    const { key, repeat, type } = event;
    // On a Mac this key goes down when capitals begin, and up when they end.
    if (key !== "Shift") held = type === "keydown" && key !== "CapsLock";
    const isBeside = event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph");
    if (key !== "Shift" || held || isBeside || event.isComposing || !isOn) return forget();
    if (repeat) return;
    if (type === "keydown") {
      if (bare) return forget(); // The other Shift was down.
      clearTimeout(timer);
      bare = true;
    } else if (bare) {
      bare = false;
      count += 1;
      if (count === presses) return leave();
      show(count, phrase(count));
      timer = setTimeout(forget, span);
    }
  };

  const onPointer = ({ type, button, pointerType }) => {
    held = type === "pointerdown" && button === 0 && pointerType === "mouse";
    forget();
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

  const wasLeft = (entry) => Boolean(entry && entry.getState());

  /* True when Back, Forward or a restored session brought somebody here from another site, and it was not
     a link of this page that led there: the one who presses Back after an exit may be somebody else. So may
     the one who goes back from, comes back to or reloads a page that was left for a site that never came. */
  const isUnexpected = (restored) => {
    const [entry] = performance.getEntriesByType("navigation");
    const type = restored ? "back_forward" : entry && entry.type;
    if (!window.navigation || document.wasDiscarded) return false;
    const { activation, currentEntry } = navigation;
    const from = activation && activation.from;
    if (type !== "navigate" && (wasLeft(currentEntry) || wasLeft(from))) return true;
    return type === "back_forward" && !from && !(history.state && history.state.wayBack);
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

  /* A screen reader pauses its voice with Shift: whoever uses one can do without the shortcut. */
  const switchShift = () => {
    isOn = !isOn;
    toggle.ariaPressed = String(isOn);
    toggle.id = isOn ? described : ""; // It describes the exit by this name.
  };

  for (const name of ["keydown", "keyup"]) addEventListener(name, onKey, true);
  for (const name of ["pointerdown", "pointerup", "pointercancel"]) addEventListener(name, onPointer, true);
  for (const name of ["touchstart", "wheel", "input", "compositionstart"])
    addEventListener(name, forget, { capture: true, passive: true });
  addEventListener("blur", onPointer); // Of the window: the release would go elsewhere.
  addEventListener("click", onClick, true);
  addEventListener("auxclick", onClick, true);
  toggle.addEventListener("click", switchShift);
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
