import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { couplet } from "./couplet";

const loaded = await couplet.load((path) => readFile(`public/${path}`, "utf8"), {});
const item = { input: "明月松间照", answer: "清泉石上流" };

test.each([
  ["清泉石上流", 1, "the poem's own line keeps every rule"],
  ["", 0, "no answer keeps none"],
  ["清泉石上", 3 / 4, "too short"],
  ["清泉石松流", 2 / 4, "repeats 松, which has the wrong tone at the fourth place too"],
  ["明月松间照", 1 / 4, "the first line again is only of the right length"],
])("%s scores %d: %s", (answer, score) => expect(loaded.score(answer, item)).toBeCloseTo(score));

test("the poets keep the form far better than chance", () => {
  const items = loaded.items("heldOut");
  const mean = (answer: (at: number) => string): number =>
    items.reduce((sum, one, at) => sum + loaded.score(answer(at), one), 0) / items.length;
  expect(mean((at) => items[at]!.answer)).toBeGreaterThan(0.95);
  expect(mean((at) => items[(at + 7) % items.length]!.answer)).toBeLessThan(0.75);
});

test("a typed line may end with its comma", () => {
  expect(loaded.prompt("明月松间照，")).toEqual(loaded.prompt("明月松间照"));
});
