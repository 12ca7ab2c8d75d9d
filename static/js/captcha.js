// Loads Google's verification, and only when she asks for it. Without it the form can't be sent while an
// editor requires the verification; the page says so and gives the telephone.

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-captcha-load]"));
  if (!button) return;
  const place = /** @type {HTMLElement} */ (button.closest("[data-captcha]"));
  const widget = document.createElement("div");
  widget.className = "g-recaptcha";
  widget.dataset.sitekey = place.dataset.captcha;
  const script = document.createElement("script");
  script.src = /** @type {string} */ (button.dataset.captchaLoad);
  button.replaceWith(widget);
  document.head.append(script);
});
