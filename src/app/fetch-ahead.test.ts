import { expect, it } from "vitest";
import { fetchAhead } from "./fetch-ahead";

it.each(["/toString", "/constructor/abc", "/__proto__", "/hasOwnProperty/x", "/nothing", "", "/"])(
  "takes any address, also %s",
  async (path) => {
    await expect(fetchAhead(path)).resolves.toBeUndefined();
  },
);
