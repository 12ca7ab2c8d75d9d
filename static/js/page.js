// The one way in which scripts turn our server's answers into a page (Trusted Types policy "page").

/** @type {PagePolicy} */
const rules = { createHTML: (html) => html, createScript: (text) => text };
// Several modules of one page carry this file, and a policy can be made once.
globalThis.pagePolicy ??= globalThis.trustedTypes?.createPolicy("page", rules) ?? rules;
const policy = globalThis.pagePolicy;

/**
 * A document made of HTML that our own server sent; its scripts do not run.
 * @param {string} html
 */
export function parse(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

/**
 * Run an inline module of such a document; the content security policy knows all of ours by their hash.
 * @param {string} text
 */
export function run(text) {
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = policy.createScript(text);
  document.head.append(script);
}
