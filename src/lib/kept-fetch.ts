/** Where the browser keeps files of the site; scripts/public-files.mjs gives them names that change with their content. */
export const filesCache = "tuning-playground-files";

/** The hash in the name of a file: the first ten digits of its SHA-256. */
const hashInName = /\.([0-9a-f]{10})\.\w+$/;

/**
 * Fetches a file of the site, from what the browser has kept of it if it can. Only a file whose content has the hash that
 * its name says is kept: it never changes. Rejects, or answers with an error status, as `fetch` does.
 */
export async function keptFetch(url: string): Promise<Response> {
  const [, hash] = hashInName.exec(url) ?? [];
  const cache = hash === undefined ? null : await openCache();
  const kept = await cache?.match(url);
  if (kept) return kept;
  const response = await fetch(url);
  // The answer does not wait; on a full disk nothing is kept.
  if (response.ok && cache && hash) keep(cache, url, response.clone(), hash).catch(() => {});
  return response;
}

async function keep(cache: Cache, url: string, response: Response, hash: string): Promise<void> {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "application/octet-stream" };
  if (hex.startsWith(hash)) await cache.put(url, new Response(bytes, { headers }));
}

/** Null where browsers keep nothing: without https, in private windows of some, in Node. */
async function openCache(): Promise<Cache | null> {
  try {
    return await caches.open(filesCache);
  } catch {
    return null;
  }
}
