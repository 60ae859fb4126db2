import { expect, it, vi } from "vitest";
import { imported } from "./imported";

it("gives what was asked for, asking once", async () => {
  const load = vi.fn(async () => ({ answer: 1 }));
  await expect(imported(load)).resolves.toEqual({ answer: 1 });
  expect(load).toHaveBeenCalledTimes(1);
});

it("passes on a failure that names no file", async () => {
  const failure = new TypeError("Importing a module script failed.");
  await expect(imported(() => Promise.reject(failure))).rejects.toBe(failure);
});

it("asks once more under another name where the failure names the file", async () => {
  const failure = new TypeError("Failed to fetch dynamically imported module: https://example.invalid/a.js");
  // Node fetches no module from there: what it says is not what the first attempt said.
  await expect(imported(() => Promise.reject(failure))).rejects.not.toBe(failure);
});
