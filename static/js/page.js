// The one way in which scripts turn our server's answers into a page (Trusted Types policy "page").

// Several modules of one page carry this file, and a policy can be made once.
const policy = (globalThis.pagePolicy ??= globalThis.trustedTypes?.createPolicy("page", {
  createHTML: (html) => html,
  createScript: (text) => text,
}) ?? { createHTML: (html) => html, createScript: (text) => text });

/** A document made of HTML that our own server sent; its scripts do not run. */
export function parse(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

/** Run an inline module of such a document; the content security policy knows all of ours by their hash. */
export function run(text) {
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = policy.createScript(text);
  document.head.append(script);
}
