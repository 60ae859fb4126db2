import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CountReport, count, countArchitecture } from "./count";
import { CountingError } from "./counting-error";
import { families } from "./families/index";
import { countingMethods, findCountingMethod } from "./methods/index";
import { models } from "./models/index";
import type { RawOption } from "./option-kinds";
import { architectureOf } from "./read-config";

// HF PEFT counted the same: see fixtures/make-fixtures.py.

type Given = Readonly<Record<string, unknown>>;
/** The model, its task, the method and its options, and what PEFT prints: trainable and all, or the error it stops with. */
type Answer = readonly [string, string, string, Given, readonly [number, number] | string];

interface Fixture {
  readonly configs: Readonly<Record<string, Given>>;
  readonly totals: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number | null>>;
  readonly answers: readonly Answer[];
}

const fixture: Fixture = JSON.parse(readFileSync(new URL("fixtures/peft.json", import.meta.url), "utf8"));

/** Heads that are not counted here: encoders and parts of pairs that write. */
const isLeftOut = (name: string, task: string): boolean =>
  architectureOf(fixture.configs[name]!, name).load(task as "SEQ_CLS", 3) === null;

/** Options as a user would give them; two that shape nothing are left out. */
function optionsOf(task: string, given: Given): Record<string, RawOption> {
  const idle = new Set(["total_step", "cpt_mask", "cpt_tokens_type_mask"]);
  const entries = Object.entries(given)
    .filter(([name]) => !idle.has(name))
    .map(([name, value]): [string, RawOption] => [name, rawOption(value)]);
  const saves = task === "IMAGE_CLS" && !("modules_to_save" in given) ? { modules_to_save: [] } : {};
  return { task_type: task, num_labels: 3, ...saves, ...Object.fromEntries(entries) };
}

function rawOption(value: unknown): RawOption {
  const isText = (each: unknown): each is string => typeof each === "string";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value) && value.every(isText)) return value;
  if (Array.isArray(value) && value.length === 1) return String(value[0]);
  return JSON.stringify(value);
}

const names: Readonly<Record<string, string>> = { ADAPTION_PROMPT: "llama-adapter" };

function counted([name, task, type, given]: Answer): CountReport {
  const architecture = architectureOf(fixture.configs[name]!, name);
  return countArchitecture(architecture, names[type] ?? type, optionsOf(task, given));
}

/** What PEFT stops at for reasons of its own: bugs, and sizes that a model as small as these cannot have. */
const itsOwn =
  /object has no attribute|not iterable|No `target_modules` passed|cannot be multiplied|leaves no trainable|shira params|`effective_rank` should|No modules were targeted|not found in the base|KeyError|No layers? types? compatible/;

const asked = fixture.answers.filter(([name, task]) => !isLeftOut(name, task));

describe.each(Object.keys(fixture.configs))("%s as HF PEFT counts it", (name) => {
  const answers = asked.filter(([model]) => model === name);

  test("trainable and all parameters", () => {
    const wrong = answers.flatMap((answer) => {
      const [, task, type, given, printed] = answer;
      if (typeof printed === "string") return [];
      if (type === "SHADOW" && architectureOf(fixture.configs[name]!, name).isEncoderDecoder) return [];
      const { trainable, all } = counted(answer).peft;
      return trainable === printed[0] && all === printed[1]
        ? []
        : [`${task} ${type} ${JSON.stringify(given)}: ${trainable}, ${all}, not ${printed.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  test("what it refuses is refused here, or a note says so", () => {
    const silent = answers.flatMap((answer) => {
      const [, task, type, given, printed] = answer;
      if (typeof printed !== "string" || itsOwn.test(printed)) return [];
      try {
        return counted(answer).notes.some(({ text }) => text.includes("HF PEFT"))
          ? []
          : [`${task} ${type} ${JSON.stringify(given)}: ${printed}`];
      } catch (error) {
        if (error instanceof CountingError) return [];
        throw error;
      }
    });
    expect(silent).toEqual([]);
  });

  test("and nothing is called refused that it takes", () => {
    const alarmed = answers.flatMap((answer) => {
      if (typeof answer[4] === "string" || answer[2] === "SHADOW") return [];
      return counted(answer).notes.filter(({ text }) => text.includes("refuses"));
    });
    expect(alarmed).toEqual([]);
  });
});

test("every kind of model and every method of HF PEFT were asked about", () => {
  const kinds = new Set(Object.values(fixture.configs).map(({ model_type }) => model_type));
  expect(Object.keys(families).filter((family) => !kinds.has(family))).toEqual(["chatglm"]);
  const types = new Set(fixture.answers.map(([, , type]) => findCountingMethod(names[type] ?? type)?.id));
  const methods = countingMethods.filter(({ library }) => library === "peft").map(({ id }) => id);
  // DoRA and LoRA-FA are LoRA with an option; X-LoRA wants adapters that were trained before.
  expect(methods.filter((id) => !types.has(id))).toEqual(["dora", "lora-fa", "xlora"]);
});

test("models have as many parameters as transformers makes", () => {
  for (const [key, total] of Object.entries(fixture.totals)) {
    const [name, task] = key.split(" ") as [string, string];
    if (isLeftOut(name, task)) continue;
    const ours = countArchitecture(architectureOf(fixture.configs[name]!, name), "full", {
      task_type: task,
      num_labels: 3,
    });
    expect(ours.total, key).toBe(total);
  }
  for (const { id } of models) {
    const total = fixture.models[id];
    expect(total, id).not.toBeUndefined();
    if (total !== null) expect(count(id, "full").total, id).toBe(total);
  }
});
