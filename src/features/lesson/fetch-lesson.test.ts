import { afterEach, beforeEach, expect, it, vi } from "vitest";

// What was fetched is kept by the module: each test takes a new one, also where test files share their modules.
let fetchLesson: typeof import("./fetch-lesson").fetchLesson;
let fetchedLesson: typeof import("./fetch-lesson").fetchedLesson;
beforeEach(async () => {
  vi.resetModules();
  ({ fetchLesson, fetchedLesson } = await import("./fetch-lesson"));
});
afterEach(() => vi.unstubAllGlobals());

it("of no lesson rejects", async () => {
  await expect(fetchLesson("telepathy")).rejects.toThrow("telepathy");
  expect(fetchedLesson("telepathy")).toBeUndefined();
});

it("goes on without figures, and asks for them again", async () => {
  const ask = vi.fn(async () => new Response("", { status: 404 }));
  vi.stubGlobal("fetch", ask);
  const first = await fetchLesson("lora");
  expect(first.figures).toBeNull();
  expect(fetchedLesson("lora")).toBe(first);
  await fetchLesson("lora");
  expect(ask).toHaveBeenCalledTimes(2);
});
