import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";

/** The path in the hash, without a query: "#/playground?v=1" -> "/playground". The query belongs to the page. */
export function hashPath(hash: string): string {
  const path = hash.replace(/^#?\/?/, "").split("?")[0] ?? "";
  return `/${path}`.replace(/(.)\/+$/, "$1");
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (!replace) {
    location.hash = to;
    return;
  }
  history.replaceState(null, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** wouter's location hook for a page on any static host: the route is in the hash, and so is its query. */
export const useHashLocation: BaseLocationHook & { hrefs: (href: string) => string } = Object.assign(
  (): [string, typeof navigate] => [useSyncExternalStore(subscribe, () => hashPath(location.hash)), navigate],
  { hrefs: (href: string) => `#${href}` },
);
