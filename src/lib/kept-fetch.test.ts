import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keptFetch } from "./kept-fetch";

const content = "a checkpoint";
const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
const url = `https://example.org/checkpoints/tiny.${hash}.safetensors`;

const kept = new Map<string, Response>();
const network = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  kept.clear();
  network.mockReset().mockImplementation(async () => new Response(content));
  vi.stubGlobal("fetch", network);
  vi.stubGlobal("caches", {
    open: async () => ({
      match: async (key: string) => kept.get(key)?.clone(),
      put: async (key: string, response: Response) => void kept.set(key, response),
    }),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("asks the network once for a file whose name says what is in it", async () => {
  expect(await (await keptFetch(url)).text()).toBe(content);
  await vi.waitFor(() => expect(kept.has(url)).toBe(true));
  expect(await (await keptFetch(url)).text()).toBe(content);
  expect(network).toHaveBeenCalledTimes(1);
});

it("keeps no file that was damaged on its way", async () => {
  network.mockResolvedValueOnce(new Response("a chexkpoint"));
  expect(await (await keptFetch(url)).text()).toBe("a chexkpoint");
  expect(await (await keptFetch(url)).text()).toBe(content);
  await vi.waitFor(() => expect(kept.has(url)).toBe(true));
});

it("keeps no error, and nothing whose name may stay while it changes", async () => {
  network.mockResolvedValueOnce(new Response("gone", { status: 404 }));
  expect((await keptFetch(url)).status).toBe(404);
  await keptFetch("https://example.org/runs/sweep.json");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(kept.size).toBe(0);
});

it("fetches where the browser keeps nothing", async () => {
  vi.stubGlobal("caches", { open: () => Promise.reject(new Error("not secure")) });
  expect(await (await keptFetch(url)).text()).toBe(content);
});
