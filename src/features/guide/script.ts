import type { Architecture } from "../../counting/architecture";
import { type AnyOptions, defaultOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import { modelsFor } from "../../recipes/index";
import type { Project } from "./project";
import type { ChoiceId, Situation } from "./rules";
import { scriptOptions, tuningOf } from "./tuning";

/** The script that trains the choice: what to make it from, and the command that runs it with everything set. */
export interface Script {
  readonly method: string;
  readonly options: AnyOptions;
  /** Id on the hub of the model it is written for. */
  readonly model: string;
  /** Whether that is the user's model, or one of the same kind. */
  readonly isSame: boolean;
  readonly command: string;
}

/** Models of the scripts by what `model_type` they stand for. */
const standsFor: Readonly<Record<string, string>> = {
  gpt2: "openai-community/gpt2",
  qwen2: "Qwen/Qwen2.5-0.5B",
  qwen3: "Qwen/Qwen2.5-0.5B",
  llama: "meta-llama/Llama-3.2-1B",
  mistral: "mistralai/Mistral-7B-v0.1",
  bert: "google-bert/bert-base-uncased",
  roberta: "FacebookAI/roberta-base",
  t5: "google-t5/t5-small",
};

/** Examples of one step of the optimiser. */
const examplesOfStep = 32;

/** null where nothing is trained, or no script fits the model. */
export function scriptFor(
  choice: ChoiceId,
  project: Project,
  architecture: Architecture,
  room: Situation["room"],
): Script | null {
  const tuning = tuningOf(choice, project, architecture);
  const specs = tuning.method && findMethod(tuning.method)?.options;
  if (!tuning.method || !specs) return null;
  const models = modelsFor(tuning.method);
  const same = models.find(({ id }) => id.split("/").at(-1) === architecture.id);
  const model = same ?? models.find(({ id }) => id === standsFor[architecture.family]);
  if (!model) return null;
  const batch = Math.min(project.batch, examplesOfStep);
  const setting = (name: string) => tuning.settings.find((each) => each.name === name)?.value;
  const flags: readonly (readonly [string, string | number | undefined])[] = [
    ["model", same ? undefined : `OWNER/${architecture.id}`],
    ["batch", batch],
    ["accumulate", Math.max(1, Math.round(examplesOfStep / batch))],
    ["epochs", setting("epochs")],
    ["lr", setting("learningRate")],
    ["max-length", project.length],
    ["examples", Math.max(1, project.examples)],
  ];
  const isPacked = (choice === "lora" || choice === "dora") && room === "lora4" && model.kind === "causal-lm";
  return {
    method: tuning.method,
    options: { ...defaultOptions(specs), ...scriptOptions(tuning) },
    model: model.id,
    isSame: same !== undefined,
    command: [
      "accelerate launch train.py --data data.jsonl",
      ...flags.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`])),
      ...(isPacked ? ["--load-in-4bit"] : []),
    ].join(" "),
  };
}
