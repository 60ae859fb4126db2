// Serves a folder as a static host does: compressed, which `vite preview` is not, and without asking where from.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { freePorts } from "./free-ports.mjs";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".tsv": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};
const packed = new Set([".png", ".woff2"]);

/**
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveCompressed(folder) {
  /** As they are sent: the page that is measured does not wait for the press twice. */
  const bodies = new Map();
  const server = createServer((request, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
      const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path);
      const kind = extname(file);
      const isPacked = packed.has(kind);
      const body = bodies.get(file) ?? (isPacked ? readFileSync(file) : gzipSync(readFileSync(file)));
      bodies.set(file, body);
      response.writeHead(200, {
        "content-type": types[kind] ?? "application/octet-stream",
        "cache-control": path.startsWith(`${sep}assets${sep}`)
          ? "max-age=31536000, immutable"
          : "max-age=600",
        ...(isPacked ? {} : { "content-encoding": "gzip" }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const [port] = await freePorts(1);
  await new Promise((resolve) => server.listen(port, "localhost", () => resolve(undefined)));
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
