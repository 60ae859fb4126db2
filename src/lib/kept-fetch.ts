/** Where the browser keeps files of the site; scripts/public-files.mjs gives them names that change with their content. */
export const filesCache = "tuning-playground-files";

/**
 * Fetches a file of the site, from what the browser has kept of it if it can. Only files whose names carry a hash of
 * their content are kept: they never change. Rejects, or answers with an error status, as `fetch` does.
 */
export async function keptFetch(url: string): Promise<Response> {
  const cache = /\.[0-9a-f]{10}\.\w+$/.test(url) ? await openCache() : null;
  const kept = await cache?.match(url);
  if (kept) return kept;
  const response = await fetch(url);
  // The answer waits for nothing; a full disk only means that nothing is kept.
  if (response.ok) cache?.put(url, response.clone()).catch(() => {});
  return response;
}

/** Null where browsers keep nothing: without https, in private windows of some, in Node. */
async function openCache(): Promise<Cache | null> {
  try {
    return await caches.open(filesCache);
  } catch {
    return null;
  }
}
