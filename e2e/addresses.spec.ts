import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "./test";

/** Every document of the built site. */
const documents = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".html"),
);

test("every document names its root, its language and its own title and description", () => {
  expect(documents.length).toBeGreaterThan(150);
  const titles = new Map<string, string>();
  for (const name of documents.filter((name) => !/404\.html$|embed\//.test(name))) {
    const html = readFileSync(`dist/${name}`, "utf8");
    const find = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? "";
    expect(find(/<html lang="([^"]*)"/), name).toBe(name.startsWith("zh") ? "zh-CN" : "en");
    expect(find(/<base href="([^"]*)"/), name).toBe("../".repeat(name.split("/").length - 1) || "./");
    expect(find(/<meta\s+name="description"\s+content="([^"]+)"/), name).not.toBe("");
    const title = find(/<title>([^<]+)<\/title>/);
    // A lesson and its first step are one page under two addresses.
    const twin = titles.get(title);
    if (twin !== undefined) expect(name.replace(/[^/]+\/index\.html$/, ""), title).toBe(twin);
    titles.set(title, name.replace(/index\.html$/, ""));
  }
});

test("links inside a document lead to documents that are there", () => {
  for (const name of documents.filter((name) => !name.endsWith("404.html"))) {
    const html = readFileSync(`dist/${name}`, "utf8");
    for (const [, href = ""] of html.matchAll(/<a\b[^>]*\bhref="([^"#]+)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [path = ""] = href.replace(/^\.\//, "").split("?");
      const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      expect(() => readFileSync(`dist/${file}`), `${name}: ${href}`).not.toThrow();
    }
  }
});

for (const [former, now] of [
  ["#/lessons/lora/zero", "lessons/lora/zero/"],
  ["#/methods?mergeable=yes", "methods/?mergeable=yes"],
  [
    "#/playground?v=1&base=toolbox-tiny&lanes=lora(rank=2),bitfit&steps=30",
    "playground/?v=1&base=toolbox-tiny&lanes=lora(rank=2),bitfit&steps=30",
  ],
] as const)
  test(`an address of former times leads on: ${former}`, async ({ page, baseURL }) => {
    await page.goto(`./${former}`);
    await expect(page).toHaveURL(`${baseURL}${now}`);
  });

test("the back button crosses languages, and a lost address says so in the language of its place", async ({
  page,
}) => {
  await page.goto("speed/");
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(/\/zh\/speed\/$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.goBack();
  await expect(page).toHaveURL(/\/speed\/$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const lost = await page.goto("zh/nowhere/at-all/");
  expect(lost?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "这里什么也没有" })).toBeVisible();
  await expect(page.getByText("nowhere/at-all")).toBeVisible();
});

test("nothing is asked of another host, and the policy of every document forbids it", async ({
  page,
  baseURL,
}) => {
  const others: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(String(baseURL)))
      others.push(request.url());
  });
  for (const path of [
    "./",
    "lessons/lora/",
    "playground/",
    "methods/lora/",
    "real-models/",
    "speed/",
    "about/",
  ])
    await page.goto(path);
  expect(others).toEqual([]);
  for (const name of documents) {
    const [, policy = ""] =
      /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(`dist/${name}`, "utf8")) ?? [];
    expect(policy, name).toMatch(/default-src 'self'.*script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    expect(policy, name).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  }
  expect(readFileSync("dist/_headers", "utf8")).toContain("Content-Security-Policy: default-src 'self'");
  const refused = page.waitForEvent("console", (message) => /Content Security Policy/.test(message.text()));
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
  });
  await refused;
});
