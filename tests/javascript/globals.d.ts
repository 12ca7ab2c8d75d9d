// What the browser and our own scripts hold in the global object, and TypeScript's library does not know.

interface PagePolicy {
  createHTML: (html: string) => string;
  createScript: (text: string) => string;
}

interface Numbers {
  speak: (page: Document) => void;
  make: (section: HTMLElement) => void;
  drop: (section: HTMLElement) => void;
  errors: (form: HTMLFormElement) => [HTMLElement, string][];
  block: (form: HTMLFormElement, keys: import("../../static/js/sending.js").Keys) => Promise<string>;
  deliver: typeof import("../../static/js/sending.js").deliver;
  read: (form: HTMLFormElement) => Promise<void>;
}

declare var numbers: Numbers | undefined;
declare var pagePolicy: PagePolicy | undefined;
declare var isVisiting: boolean | undefined;
declare var trustedTypes: { createPolicy: (name: string, rules: PagePolicy) => PagePolicy } | undefined;

interface Document {
  wasDiscarded?: boolean; // Chromium's
}
