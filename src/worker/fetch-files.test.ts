import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetchBytes, fetchText, longestSilenceMs } from "./fetch-files";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that sends these parts and then falls silent; `ends`: it closes the file. */
const server = (parts: readonly string[], ends: boolean) => {
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      if (ends) controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body, { headers: { "content-length": "4" } }));
};

it("reads text across parts, also where a character is cut", async () => {
  const bytes = new TextEncoder().encode("中");
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, 1));
      controller.enqueue(bytes.slice(1));
      controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body));
  expect(await fetchText("a.txt")).toBe("中");
});

it("gives up a file that stops arriving", async () => {
  server(["ab"], false);
  const shares: number[] = [];
  const fetched = expect(fetchBytes("a.bin", (share) => shares.push(share))).rejects.toThrow(
    "nothing for 30 s",
  );
  await vi.advanceTimersByTimeAsync(longestSilenceMs + 1);
  await fetched;
  expect(shares).toEqual([0.5]);
});

it("gives up a file whose server never answers, and takes one that does", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const fetched = expect(fetchText("a.txt")).rejects.toThrow("nothing for 30 s");
  await vi.advanceTimersByTimeAsync(longestSilenceMs + 1);
  await fetched;
  server(["abcd"], true);
  expect(await fetchText("a.txt")).toBe("abcd");
});
