import { expect, it, vi } from "vitest";
import { retryImport } from "./retry-import";

const lost = (url: string): TypeError => new TypeError(`Failed to fetch dynamically imported module: ${url}`);

it("gives what was asked for, asking once", async () => {
  const load = vi.fn(async () => ({ answer: 1 }));
  await expect(retryImport(load)).resolves.toEqual({ answer: 1 });
  expect(load).toHaveBeenCalledTimes(1);
});

it("asks again by the same name first", async () => {
  const load = vi.fn(async () => ({ answer: 2 })).mockRejectedValueOnce(lost("https://example.invalid/a.js"));
  await expect(retryImport(load)).resolves.toEqual({ answer: 2 });
  expect(load).toHaveBeenCalledTimes(2);
});

it.each(["Importing a module script failed.", "Unable to preload CSS for https://example.invalid/a.css"])(
  "passes on a failure that names no script: %s",
  async (text) => {
    const failure = new TypeError(text);
    await expect(retryImport(() => Promise.reject(failure))).rejects.toBe(failure);
  },
);

it("asks under another name where the failure names the script", async () => {
  const failure = lost("https://example.invalid/a.js");
  // Node fetches no module from there: what it says is not what the first attempts said.
  await expect(retryImport(() => Promise.reject(failure))).rejects.not.toBe(failure);
});
