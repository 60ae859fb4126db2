import { expect, test } from "vitest";
import { requireArchitecture } from "../../counting/count";
import { recipeFor } from "../../recipes/index";
import { realModels } from "../../recipes/real-models";
import { countPath } from "./count-path";
import { type Project, usual } from "./project";
import type { ChoiceId, Situation } from "./rules";
import { scriptFor } from "./script";
import { tuningOf } from "./tuning";

const script = (choice: ChoiceId, change: Partial<Project> = {}, room: Situation["room"] = "lora16") => {
  const project = { ...usual, ...change };
  return scriptFor(choice, project, requireArchitecture(project.model), room);
};

test("the command has every setting", () => {
  expect(script("lora", { model: "Mistral-7B-v0.1" })).toMatchObject({
    model: "mistralai/Mistral-7B-v0.1",
    isSame: true,
    command:
      "accelerate launch train.py --data data.jsonl --batch 4 --accumulate 8 --epochs 3 --lr 0.0002 --max-length 512 --examples 2000",
  });
  expect(script("lora")?.command).toContain("--model OWNER/Llama-3.2-3B");
  expect(script("lora", {}, "lora4")?.command).toContain("--load-in-4bit");
  expect(script("full", {}, "lora4")?.command).not.toContain("--load-in-4bit");
});

test("choices that train have a recipe that takes the options, the others none", () => {
  const choices = ["full", "lora", "dora", "ia3", "prompt-tuning", "bitfit", "head"] as const;
  for (const choice of choices) {
    const made = script(choice, { model: "bert-base-uncased", kind: "classify" });
    const model = realModels.find(({ id }) => id === made?.model);
    expect(made && model && recipeFor(made.method, made.options, model)).toBeDefined();
  }
  expect(script("prompting")).toBeNull();
  expect(script("other-model")).toBeNull();
  expect(script("lora", { model: "whisper-small" })).toBeNull();
});

test("the counts open with the same options", () => {
  const tuning = tuningOf("lora", usual, requireArchitecture(usual.model));
  expect(countPath(usual, tuning)).toBe(
    "/real-models?model=Llama-3.2-3B&methods=full%2Clora&lora.r=16&lora.target_modules=all-linear",
  );
});
