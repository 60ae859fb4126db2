import { expect, it } from "vitest";
import { claimCommand } from "./claim-command";
import type { LessonFigures, RaceFigures, RunFigures } from "./figures";
import { loraClaims } from "./lora";

const claim = loraClaims.claims.find(({ id }) => id === "lora-near-full")!;

it("names every run of a claim once, and the most seeds that were taken", () => {
  const over = (seeds: readonly number[]) => ({ seeds }) as RunFigures;
  const figures: LessonFigures = {
    lesson: "lora",
    runs: { lora: over([1, 2, 3]), full: over([1, 2, 3, 4]) },
  };
  expect(claimCommand(loraClaims, claim, figures)).toBe(
    "npm run claims -- --lesson lora --run lora --run full --again --seeds 4",
  );
});

it("leaves the seeds to the command where nothing was measured", () => {
  expect(claimCommand(loraClaims, claim, null)).toBe(
    "npm run claims -- --lesson lora --run lora --run full --again",
  );
});

it("asks for the bases of each seed where they were pretrained with it", () => {
  const part: Partial<RaceFigures> = { seeds: [1, 2, 3], seedOf: "pretraining" };
  const over = part as RaceFigures;
  expect(claimCommand(loraClaims, claim, { lesson: "lora", runs: { lora: over, full: over } })).toBe(
    "npm run claims -- --lesson lora --run lora --run full --again --seeds 3 --readers PATH",
  );
});
