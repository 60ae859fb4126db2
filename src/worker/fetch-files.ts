import { keptFetch } from "../lib/kept-fetch";

/** Fetches a text file. Throws with the address and status if it is not there. */
export async function fetchText(url: string): Promise<string> {
  return (await request(url)).text();
}

/** Fetches a file and reports the share read, 0 to 1 (0 until the end if the size is unknown). */
export async function fetchBytes(url: string, progress: (share: number) => void): Promise<Uint8Array> {
  const response = await request(url);
  const total = Number(response.headers.get("content-length") ?? 0);
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (total > 0) progress(Math.min(1, length / total));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function request(url: string): Promise<Response> {
  const response = await keptFetch(url);
  // Single-page hosts answer a missing file with index.html.
  const html = response.headers.get("content-type")?.includes("text/html") ?? false;
  if (!response.ok || html) throw new Error(`${url}: ${html ? "not found" : response.status}`);
  return response;
}
