import { afterEach, expect, it, vi } from "vitest";
import { fetchFigures } from "./fetch-figures";

afterEach(() => vi.unstubAllGlobals());

it("fetches the figures of a lesson once, and asks again only where they could not be had", async () => {
  const answers = [
    () => Promise.reject(new Error("offline")),
    () => Promise.resolve(new Response("not found", { status: 404 })),
    () => Promise.resolve(new Response("<p>not JSON</p>")),
    () => Promise.resolve(Response.json({ lesson: "lora", runs: {} })),
  ];
  const fetched = vi.fn(() => answers.shift()!());
  vi.stubGlobal("fetch", fetched);
  for (let i = 0; i < 3; i++) expect(await fetchFigures("lora")).toBeNull();
  const both = await Promise.all([fetchFigures("lora"), fetchFigures("lora")]);
  expect(both[0]).toEqual({ lesson: "lora", runs: {} });
  expect(await fetchFigures("lora")).toBe(both[1]);
  expect(fetched).toHaveBeenCalledTimes(4);
  expect(fetched).toHaveBeenLastCalledWith("./runs/claims/lora.json");
});
