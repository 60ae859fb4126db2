import { expect, it } from "vitest";
import { createRandom } from "../../lib/random";
import { chanceOfRightLabel } from "./bayes";
import { drawClassification } from "./classification";
import { attributes, labelWords, things } from "./things";

it("a perfect reader believes a few wrong labels to be noise, and many to be contrary", () => {
  expect(chanceOfRightLabel(0)).toBeGreaterThan(0.95);
  expect(chanceOfRightLabel(16)).toBeLessThan(0.05);
  const curve = Array.from({ length: 17 }, (_, wrong) => chanceOfRightLabel(wrong));
  for (let i = 1; i < curve.length; i++) expect(curve[i]).toBeLessThan(curve[i - 1]!);
});

it("is what counting in many documents gives", () => {
  const random = createRandom("bayes");
  const seen = Array.from({ length: 17 }, () => ({ right: 0, of: 0 }));
  for (let i = 0; i < 60_000; i++) {
    const { words } = drawClassification(random);
    const attribute = attributes.find((one) => labelWords[one].some((label) => label === words[1]));
    if (!attribute) continue;
    const isRight = Array.from(
      { length: 17 },
      (_, at) =>
        things.find(({ name }) => name === words[2 * at])!.attributes[attribute] === words[2 * at + 1],
    );
    const tally = seen[isRight.slice(0, 16).filter((right) => !right).length]!;
    tally.of++;
    if (isRight[16]) tally.right++;
  }
  for (const wrong of [0, 2, 4, 6, 8, 16]) {
    const { right, of } = seen[wrong]!;
    expect(of).toBeGreaterThan(100);
    expect(Math.abs(right / of - chanceOfRightLabel(wrong))).toBeLessThan(3 * Math.sqrt(0.25 / of));
  }
});
