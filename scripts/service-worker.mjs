// The site without a network: what the service worker keeps. src/app/offline.ts is its other half, in the page.
import { VitePWA } from "vite-plugin-pwa";

/** As in src/app/offline.ts. */
const pagesCache = "tuning-playground-pages";

/** @returns {import("vite").PluginOption} */
export function serviceWorker() {
  return VitePWA({
    // A new version waits until the reader loads it: a run is never cut short.
    registerType: "prompt",
    injectRegister: null,
    manifest: {
      name: "Tuning Playground",
      short_name: "Tuning",
      description:
        "See fine-tuning happen: tiny pretrained transformers and the methods that tune them, trained live in your browser.",
      start_url: ".",
      scope: ".",
      display: "standalone",
      background_color: "#fbfaf6",
      theme_color: "#fbfaf6",
      icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml" }],
    },
    workbox: {
      // Scripts and styles of all pages. Checkpoints and figures are kept as they are used: src/lib/kept-fetch.ts.
      globPatterns: ["assets/**/*.{js,css,wasm,woff2}", "icon.svg", "**/offline/index.html"],
      // No host of ours isolates its pages, so no browser asks for threads.
      globIgnores: ["**/*threaded*"],
      maximumFileSizeToCacheInBytes: 3_000_000,
      dontCacheBustURLsMatching: /assets\//,
      navigateFallback: null,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      runtimeCaching: [
        {
          urlPattern: ({ request }) => request.mode === "navigate",
          handler: "NetworkFirst",
          options: {
            cacheName: pagesCache,
            networkTimeoutSeconds: 5,
            plugins: [
              {
                // A page is one document, whatever its query says.
                cacheKeyWillBeUsed: async ({ request }) => request.url.split(/[?#]/)[0] ?? request.url,
                handlerDidError: async ({ request }) => {
                  const scope = Reflect.get(globalThis, "registration").scope;
                  const page = request.url.startsWith(`${scope}zh/`) ? "zh/offline/" : "offline/";
                  return Response.redirect(scope + page);
                },
              },
            ],
          },
        },
      ],
    },
  });
}
