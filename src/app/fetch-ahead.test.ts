import { expect, it } from "vitest";
import { fetchAhead } from "./fetch-ahead";

it.each(["/toString", "/constructor/abc", "/__proto__", "/hasOwnProperty/x", "/nothing", "", "/"])(
  "takes any address, also %s",
  (path) => {
    expect(() => fetchAhead(path)).not.toThrow();
  },
);
