import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";
import type { Language } from "../i18n/languages";
import { addressOf, currentPlace, type GoOptions, go, onAddress } from "../state/address";

/** wouter's location hook and the addresses of its links. */
export type SiteLocation = BaseLocationHook & { readonly hrefs: (to: string) => string };

/** The reader's place, with links in one language. */
export function siteLocation(language: Language): SiteLocation {
  const navigate = (to: string, options?: GoOptions): void => go(to, language, options);
  return withLinks(language, () => [useSyncExternalStore(onAddress, currentPath, currentPath), navigate]);
}

/** A place that stays, for what is drawn while building. */
export function fixedLocation(path: string, language: Language): SiteLocation {
  return withLinks(language, () => [path, () => {}]);
}

const currentPath = (): string => currentPlace().path;

function withLinks(language: Language, hook: BaseLocationHook): SiteLocation {
  return Object.assign(hook, { hrefs: (to: string) => addressOf(to, language) });
}
