import type { Language } from "../i18n/languages";

/** The file of a plain page, as its neighbours link to it: "lora.en.html". `name`: a lesson, or "lessons" for their list. */
export function plainFile(name: string, language: Language): string {
  return `${name}.${language}.html`;
}

/** Where it lies, below the page with scripts: "read/lora.en.html". */
export function plainPath(name: string, language: Language): string {
  return `read/${plainFile(name, language)}`;
}
