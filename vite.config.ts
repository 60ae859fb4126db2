import { basename } from "node:path";
import mdx from "@mdx-js/rollup";
import react from "@vitejs/plugin-react";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { defineConfig } from "vite";
import { prerender } from "./scripts/prerender.mjs";
import { offlineFiles, publicFiles } from "./scripts/public-files.mjs";
import { serviceWorker } from "./scripts/service-worker.mjs";
import { type SitePage, siteAddress, siteFiles } from "./scripts/site-files.mjs";
import { likeStaticHosts } from "./scripts/static-host.mjs";

/** How long each plugin took is of no use to whoever only wants to see the page. */
const quiet = { bundlerTimings: false };

/** Where the page will stand: SITE_URL (https://example.org/tuning/); null where nobody has said. */
const site = siteAddress(process.env.SITE_URL);

/** Pages for crawlers, as the last build has drawn them. */
let sitePages: readonly SitePage[] = [];

/** Named here because they are met in the worker only, too late for the first scan of the dev server. */
const metInWorker = [
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-core/dist/register_all_gradients",
  "@tensorflow/tfjs-backend-cpu",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgpu",
  "comlink",
];

export default defineConfig(({ mode }) => ({
  // Relative, so that the built page lives below any path of a static host.
  base: "./",
  plugins: [
    // Formulas become MathML while building: no script draws them, and screen readers read them.
    {
      enforce: "pre",
      ...mdx({
        mdExtensions: [],
        remarkPlugins: [remarkMath],
        rehypePlugins: [[rehypeKatex, { output: "mathml" }]],
      }),
    },
    react(),
    publicFiles({ emit: true }),
    prerender(site, (files) => {
      sitePages = files
        .filter(
          ({ isListed, canonical, addresses, language }) => isListed && canonical === addresses[language.tag],
        )
        .map(({ canonical, addresses }) => ({ path: canonical, languages: addresses }));
    }),
    siteFiles(() => sitePages, site),
    offlineFiles(),
    serviceWorker(),
    likeStaticHosts(),
    {
      // One document for all addresses: its root is not where the address is.
      name: "root-of-dev-server",
      apply: "serve",
      transformIndexHtml: (html) => html.replace('<base href="./"', '<base href="/"'),
    },
  ],
  css: {
    modules: {
      // The same in the page and in what is drawn while building: "Transport-play". src/styles.test.ts holds the files' names unlike.
      generateScopedName: (name, file) => `${basename(file.split("?")[0] ?? "", ".module.css")}-${name}`,
    },
  },
  worker: { format: "es", plugins: () => [publicFiles({ emit: false })], rolldownOptions: { checks: quiet } },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 2000,
    modulePreload: {
      // What only the worker loads is not listed in the first script of the page.
      resolveDependencies: (file, dependencies) =>
        /(-mixture|\/load-[\w-]+|questions|asked-task)-[\w-]{7}\.js$/.test(file) ? [] : dependencies,
    },
    rolldownOptions: {
      checks: quiet,
      output: {
        // Short, since the first load names every file that may follow it.
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
        codeSplitting: {
          groups: [
            // What the first paint needs in one file, not in thirty, though pages share parts of it.
            { name: "shell", tags: ["$initial"], priority: 1 },
            // What three pages or more share of our own; controls stay apart, for Home needs few of them.
            {
              name: "parts",
              test: /[\\/]src[\\/](counting|i18n|lib|state|training)[\\/]/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  // Only the dev server bundles packages beforehand: what draws pages while building (scripts/prerender.mjs) needs none.
  optimizeDeps: mode === "production" ? { noDiscovery: true } : { include: metInWorker },
}));
