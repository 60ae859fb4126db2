// What search engines and shared links ask for: robots.txt, sitemap.xml, and addresses in full in the page's head.
import { stop } from "./setup.mjs";

/**
 * An address below the site's, and the same page in every language by its tag.
 * @typedef {{ readonly path: string, readonly languages: Readonly<Record<string, string>> }} SitePage
 */

/**
 * Where the page will stand, ending in a slash; null where nobody has said. What is no address ends the process.
 * @param {string | undefined} given as SITE_URL says it
 * @returns {string | null}
 */
export function siteAddress(given) {
  if (!given) return null;
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash)
    stop(`SITE_URL must be an address like https://example.org/tuning/, and is "${given}".`);
  return address.href.replace(/\/*$/, "/");
}

/**
 * Writes the files while building. Sitemap and full addresses need to know where the page will stand: without they
 * are left out.
 * @param {() => readonly SitePage[]} pages asked for once all other plugins have made theirs
 * @param {string | null} site ends in a slash
 * @returns {import("vite").Plugin}
 */
export function siteFiles(pages, site) {
  return {
    name: "site-files",
    apply: "build",
    generateBundle: {
      order: "post",
      handler() {
        if (site) this.emitFile({ type: "asset", fileName: "sitemap.xml", source: sitemap(pages(), site) });
        this.emitFile({ type: "asset", fileName: "robots.txt", source: robots(site) });
      },
    },
    transformIndexHtml: () => (site ? headTags(site) : []),
  };
}

/**
 * @param {readonly SitePage[]} pages
 * @param {string} site
 */
export function sitemap(pages, site) {
  const full = (/** @type {string} */ path) =>
    new URL(path, site).href.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
  const entries = pages.map(({ path, languages }) => {
    const others = Object.entries(languages).map(
      ([language, other]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${full(other)}"/>`,
    );
    return `<url><loc>${full(path)}</loc>${others.join("")}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}

/** @param {string | null} site */
export function robots(site) {
  return `User-agent: *\nAllow: /\n${site ? `\nSitemap: ${site}sitemap.xml\n` : ""}`;
}

/**
 * @param {string} site
 * @returns {import("vite").HtmlTagDescriptor[]}
 */
function headTags(site) {
  const meta = (/** @type {Record<string, string>} */ attrs) =>
    /** @type {const} */ ({ tag: "meta", attrs, injectTo: "head" });
  return [
    meta({ property: "og:image", content: `${site}social.png` }),
    meta({ name: "twitter:image", content: `${site}social.png` }),
  ];
}
