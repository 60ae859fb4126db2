import { expect, test } from "vitest";
import { requireArchitecture } from "../../counting/count";
import { learningRates } from "../../recipes/learning-rates";
import { type Project, usual } from "./project";
import type { ChoiceId } from "./rules";
import { countChoice } from "./setups";
import { scriptOptions, tuningOf } from "./tuning";

const settings = (choice: ChoiceId, change: Partial<Project> = {}) => {
  const project = { ...usual, ...change };
  const tuning = tuningOf(choice, project, requireArchitecture(project.model));
  return Object.fromEntries(tuning.settings.map(({ name, value }) => [name, value]));
};

test("learning rates are those of the scripts", () => {
  const bert = { model: "bert-base-uncased", kind: "classify" } as const;
  expect(settings("lora", bert).learningRate).toBe(learningRates.loraEncoder.rate);
  expect(settings("lora").learningRate).toBe(learningRates.lora.rate);
  expect(settings("dora").learningRate).toBe(learningRates.dora.rate);
  expect(settings("full").learningRate).toBe(learningRates.full.rate);
  expect(settings("head").learningRate).toBe(learningRates.head.rate);
  expect(settings("bitfit", bert).learningRate).toBe(learningRates.bitfit.rate);
  expect(settings("ia3").learningRate).toBe(learningRates.ia3.rate);
  expect(settings("prompt-tuning").learningRate).toBe(learningRates.promptTuning.rate);
  expect(settings("prompt-tuning", { model: "t5-11b" }).learningRate).toBe(learningRates.promptTuningT5.rate);
});

test("the rank grows with what there is to learn, and alpha is twice the rank", () => {
  const ranks = [
    { examples: 499 },
    { examples: 500 },
    { examples: 20_000 },
    { examples: 20_000, kind: "style" },
  ];
  expect(ranks.map((change) => settings("lora", change as Partial<Project>).rank)).toEqual([8, 16, 64, 8]);
  expect(settings("lora")).toMatchObject({ rank: 16, alpha: 32, targets: "allMatrices" });
  expect(settings("lora", { model: "roberta-base" })).toMatchObject({ rank: 8, targets: "queryValue" });
});

test("what is counted, what is shown and what the script gets are the same", () => {
  const architecture = requireArchitecture("Llama-3.2-3B");
  // Each block: q and o 3072 × 3072, k and v 3072 × 1024, gate, up and down 3072 × 8192.
  const sides = 2 * (3072 + 3072) + 2 * (3072 + 1024) + 3 * (3072 + 8192);
  expect(countChoice(architecture, "lora", usual)?.trained).toBe(28 * 16 * sides);
  const given = scriptOptions(tuningOf("lora", usual, architecture));
  expect(given).toMatchObject({ rank: 16, alpha: 32 });
  expect(given.targets).toHaveLength(6);
  expect(countChoice(architecture, "prompting", usual)).toBeNull();
});
