import fc from "fast-check";
import { expect, test } from "vitest";
import { hasRepeatedKey } from "./repeated-key";

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":{"b":1},"c":{"b":1}}', false],
  ['{"a":{"b":1,"b":2}}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{"a" : 1, "b": "a", "c": ["a", "a"]}', false],
  ['{"a":"\\"a\\":1","b":"{\\"a\\":"}', false],
  ['[{"a":1},{"a":1}]', false],
  ['{"a\\\\":1,"a":2,"a\\\\":3}', true],
])("%s: %s", (json, repeated) => {
  expect(hasRepeatedKey(json)).toBe(repeated);
});

test("no value that JSON.stringify wrote repeats a key, and one does once an entry is written twice", () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), fc.jsonValue(), (json, key, value) => {
      const written = JSON.stringify(JSON.parse(json));
      expect(hasRepeatedKey(written)).toBe(false);
      const entry = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
      expect(hasRepeatedKey(`[${written},{${entry},${entry}}]`)).toBe(true);
    }),
  );
});
