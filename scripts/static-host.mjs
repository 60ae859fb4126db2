// `vite preview` answers as static hosts do: a folder has a closing slash, and what is not there is 404.html.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** @returns {import("vite").Plugin} */
export function likeStaticHosts() {
  return {
    name: "like-static-hosts",
    configurePreviewServer({ middlewares, config }) {
      const folder = join(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
        const file = join(folder, ...decoded(pathname).split("/").filter(isName));
        const isFolder = existsSync(file) && statSync(file).isDirectory();
        if (isFolder && !pathname.endsWith("/")) {
          response.writeHead(301, { Location: `${pathname}/${search}` }).end();
          return;
        }
        if (existsSync(isFolder ? join(file, "index.html") : file)) return next();
        const lost = join(folder, pathname.startsWith("/zh/") ? "zh/404.html" : "404.html");
        response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(readFileSync(lost));
      });
    },
  };
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/**
 * Nothing outside the folder.
 * @param {string} part
 */
const isName = (part) => part !== "" && part !== ".." && !part.includes("\0");
