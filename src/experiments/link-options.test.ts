import { expect, it } from "vitest";
import type { OptionSpecs } from "../lib/options";
import { readOptionList, writeOptions } from "./link-options";

const specs = {
  shots: { kind: "integer", default: 2, min: 0, max: 8 },
  wordings: { kind: "set", default: ["a"], choices: ["a", "b", "c"] },
} as const satisfies OptionSpecs;

it("the options of a task come back as they were written, and only those that differ from their defaults", () => {
  const issues: string[] = [];
  const read = (text: string) =>
    readOptionList(specs, text, "options", (part, reason) => issues.push(`${part} ${reason}`));
  const written = writeOptions(specs, { shots: 5, wordings: ["a", "c"] });
  expect(written).toEqual(["shots=5", "wordings=a+c"]);
  expect(read(written.join(";"))).toEqual({ shots: 5, wordings: ["a", "c"] });
  expect(writeOptions(specs, { shots: 2, wordings: ["a"] })).toEqual([]);
  expect(read("shots=2;wordings=a")).toEqual({});
  expect(issues).toEqual([]);
});

it("options that are wrong are named, and the others kept", () => {
  const issues: unknown[] = [];
  const options = readOptionList(specs, "shots=9;=1;__proto__=1;wordings=b", "options", (...issue) =>
    issues.push(issue),
  );
  expect(options).toEqual({ wordings: ["b"] });
  expect(issues).toEqual([
    ["options=shots=9", "out-of-range", "0–8"],
    ["options==1", "malformed"],
    ["options=__proto__=1", "unknown", "shots, wordings"],
  ]);
});
