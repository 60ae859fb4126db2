import { type Language, languages } from "../i18n/languages";

/** Where a reader is: a page, by its path without language and closing slash ("/lessons/lora"), and the language. */
export interface Place {
  readonly path: string;
  readonly language: Language;
}

/** English addresses stand at the root, all others below their language. */
const prefixOf = (language: Language): string => (language === "en" ? "" : `${language}/`);

/** The place of an address; `root` is the path that the site stands below, with a closing slash. */
export function placeOf(pathname: string, root: string): Place {
  const below = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  const parts = below.split("/").filter((part) => part !== "" && part !== "index.html");
  const language = languages.find(({ id }) => id !== "en" && id === parts[0])?.id ?? "en";
  const path = language === "en" ? parts : parts.slice(1);
  return { path: `/${path.map(decoded).join("/")}`, language };
}

/** What cannot be decoded is shown as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The address of a page relative to the site's root, which every document names in <base>: "/playground?v=1" in Chinese
 * is "zh/playground/?v=1".
 */
export function addressOf(to: string, language: Language): string {
  const cut = to.indexOf("?");
  const [path, query] = cut < 0 ? [to, ""] : [to.slice(0, cut), to.slice(cut)];
  const parts = path.split("/").filter((part) => part !== "");
  const page = parts.map((part) => `${encodeURIComponent(part)}/`).join("");
  return (prefixOf(language) + page || "./") + query;
}

/** The same in full, with the site. */
export function fullAddress(to: string, language: Language): string {
  return new URL(addressOf(to, language), document.baseURI).href;
}

/** Where the reader is now. */
export function currentPlace(): Place {
  return placeOf(location.pathname, new URL(document.baseURI).pathname);
}

/** The query of the address, without the question mark. */
export function currentQuery(): string {
  return location.search.slice(1);
}

/** Said whenever this page has changed the address itself; the browser's own "popstate" tells of the back button only. */
const changed = "address";

/** Calls `listener` on every change of the address; gives the end of it. */
export function onAddress(listener: () => void): () => void {
  addEventListener(changed, listener);
  addEventListener("popstate", listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener("popstate", listener);
  };
}

export interface GoOptions {
  /** Without a new entry in the history. */
  readonly replace?: boolean;
}

/** Goes to a page of the site ("/lessons/lora", "/playground?v=1") without loading anything anew. */
export function go(to: string, language: Language, { replace = false }: GoOptions = {}): void {
  const address = fullAddress(to, language);
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new Event(changed));
}
