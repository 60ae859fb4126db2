import { keptFetch } from "../lib/kept-fetch";

/** Fetches a text file. Throws with the address and status if it is not there, or does not arrive. */
export async function fetchText(url: string): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(url, () => {}));
}

/** Fetches a file and reports the share read, 0 to 1 (0 until the end if the size is unknown). */
export async function fetchBytes(url: string, progress: (share: number) => void): Promise<Uint8Array> {
  const response = await request(url);
  const total = Number(response.headers.get("content-length") ?? 0);
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  const next = () => inTime(reader.read(), url);
  for (let part = await next(); !part.done; part = await next()) {
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

/** The longest silence of a server before a file is given up, so that the page can say so and offer to try again. */
export const longestSilenceMs = 30_000;

async function inTime<T>(answer: Promise<T>, url: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    const seconds = longestSilenceMs / 1000;
    timer = setTimeout(() => reject(new Error(`${url}: nothing for ${seconds} s`)), longestSilenceMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

async function request(url: string): Promise<Response> {
  const response = await inTime(keptFetch(url), url);
  // Single-page hosts answer a missing file with index.html.
  const html = response.headers.get("content-type")?.includes("text/html") ?? false;
  if (!response.ok || html) throw new Error(`${url}: ${html ? "not found" : response.status}`);
  return response;
}
