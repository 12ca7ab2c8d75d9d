// What the browser and our own scripts hold in the global object, and TypeScript's library does not know.

interface PagePolicy {
  createHTML: (html: string) => string;
  createScript: (text: string) => string;
}

declare var pagePolicy: PagePolicy | undefined;
declare var isVisiting: boolean | undefined;
declare var trustedTypes: { createPolicy: (name: string, rules: PagePolicy) => PagePolicy } | undefined;

interface Document {
  wasDiscarded?: boolean; // Chromium's
}
