import { Workbox } from "workbox-window";
import { filesCache } from "../lib/kept-fetch";
import { onAddress } from "../state/address";
import { type Keeping, useOffline } from "./offline-state";

/** Where the service worker (scripts/service-worker.mjs) keeps the documents of pages. */
const pagesCache = "tuning-playground-pages";

/** Counts what is not kept yet. */
export async function measureOffline(): Promise<void> {
  try {
    useOffline.setState({ size: sumOf(await missingFiles()) });
  } catch {
    // Without a network nobody can say.
  }
}

/** Fetches what is not kept yet: all files, and the pages of the language in use. Goes on where it was left. */
export async function keepAllOffline(): Promise<void> {
  useOffline.setState({ hasFailed: false });
  try {
    await keepEach(await missingFiles(), (keeping) => useOffline.setState({ keeping }));
  } catch {
    useOffline.setState({ hasFailed: true });
  }
}

/** Lets the service worker keep what the reader visits. */
export async function startOffline(): Promise<void> {
  // In full: workbox compares addresses with the page's own, not with its base, and would take a first visit to a page
  // below the root for one that another version has prepared.
  const worker = new Workbox(new URL("sw.js", document.baseURI).href);
  worker.addEventListener("waiting", () => useOffline.setState({ update: () => switchTo(worker) }));
  try {
    await worker.register({ immediate: true });
  } catch {
    // Where a browser refuses, the site works as long as there is a network.
    return;
  }
  useOffline.setState({ isPossible: true });
  await navigator.serviceWorker.ready;
  followVisits();
}

/** Puts the version that waits in place of this one. */
function switchTo(worker: Workbox): void {
  worker.addEventListener("controlling", () => location.reload());
  worker.messageSkipWaiting();
}

/** Keeps the document of every page that is visited: going from page to page asks for none. */
function followVisits(): void {
  const keepHere = (): void => void keepPage(location.href.split(/[?#]/)[0] ?? "").catch(() => {});
  keepHere();
  onAddress(keepHere);
  void dropFormer().catch(() => {});
  void renewPages().catch(() => {});
}

/**
 * Pages that a former version left name scripts that are gone: they are fetched again, once. Without a network that waits
 * for the next visit.
 */
async function renewPages(): Promise<void> {
  const cache = await caches.open(pagesCache);
  const mark = new URL("version", document.baseURI).href;
  // Each build's script has a name of its own.
  const version = import.meta.url;
  const former = await cache.match(mark);
  if ((await former?.text()) === version) return;
  for (const { url } of await cache.keys()) {
    if (url === mark) continue;
    const response = await fetch(url, { cache: "reload" });
    await (response.ok ? cache.put(url, response) : cache.delete(url));
  }
  await cache.put(mark, new Response(version));
}

async function keepPage(address: string): Promise<void> {
  const cache = await caches.open(pagesCache);
  if (await cache.match(address)) return;
  const response = await fetch(address);
  if (response.ok) await cache.put(address, response);
}

interface WantedFile {
  readonly url: string;
  readonly bytes: number;
  readonly cache: string;
}

/** Sizes in bytes of all files of this build, by their paths below the site's root. */
async function builtFiles(): Promise<ReadonlyMap<string, number>> {
  const response = await fetch("./offline-files.json");
  if (!response.ok) throw new Error(`offline-files.json: ${response.status}`);
  return new Map(Object.entries<number>(await response.json()));
}

const sumOf = (files: readonly WantedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** All but what is kept; the service worker has the scripts already. */
async function missingFiles(): Promise<readonly WantedFile[]> {
  const isChinese = document.documentElement.lang.startsWith("zh");
  const wanted = [...(await builtFiles())]
    .filter(([path]) => !path.startsWith("assets/"))
    .filter(([path]) => !path.endsWith(".html") || path.startsWith("zh/") === isChinese)
    .map(([path, bytes]) => ({
      url: new URL(path.replace(/index\.html$/, ""), document.baseURI).href,
      bytes,
      cache: path.endsWith(".html") ? pagesCache : filesCache,
    }));
  const isKept = await Promise.all(
    wanted.map(async ({ url, cache }) => (await (await caches.open(cache)).match(url)) !== undefined),
  );
  return wanted.filter((_, i) => !isKept[i]);
}

async function keepEach(files: readonly WantedFile[], tell: (keeping: Keeping) => void): Promise<void> {
  const all = sumOf(files);
  let done = 0;
  tell({ done, all });
  for (const { url, bytes, cache: name } of files) {
    await (await caches.open(name)).add(url);
    done += bytes;
    tell({ done, all });
  }
}

/** Files of former versions are needed by nobody any more. */
async function dropFormer(): Promise<void> {
  const built = await builtFiles();
  const cache = await caches.open(filesCache);
  for (const request of await cache.keys()) {
    const path = request.url.slice(document.baseURI.length);
    if (!built.has(path)) await cache.delete(request);
  }
}
