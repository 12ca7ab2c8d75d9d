// The one way in which scripts turn our server's answers into a page (Trusted Types policy "page").

const policy = globalThis.trustedTypes?.createPolicy("page", { createHTML: (html) => html });

/** A document made of HTML that our own server sent; its scripts do not run. */
export function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}
