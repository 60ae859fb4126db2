import type { Architecture } from "../../counting/architecture";
import type { RawOptions } from "../../counting/options";
import type { MethodId } from "../../methods/index";
import { matrices } from "../../model/config";
import type { Citation } from "./citations";
import type { Project } from "./project";
import type { ChoiceId } from "./rules";

/** A hyper-parameter to start from, and who used it; no source: a rule of thumb. */
export interface Setting {
  readonly name: "rank" | "alpha" | "targets" | "length" | "learningRate" | "batch" | "epochs" | "steps";
  /** "queryValue" and "allMatrices" are words of the page. */
  readonly value: number | "queryValue" | "allMatrices";
  readonly source: Citation | null;
}

/** How a choice is tuned: settings to read, and the same for counting. */
export interface Tuning {
  /** null: nothing is trained. */
  readonly method: MethodId | null;
  readonly settings: readonly Setting[];
  /** As src/counting names them. */
  readonly options: RawOptions;
}

const batch = (value: number, source: Citation | null = null): Setting => ({ name: "batch", value, source });
const epochs = (value: number, source: Citation | null = null): Setting => ({
  name: "epochs",
  value,
  source,
});
const rate = (value: number, source: Citation): Setting => ({ name: "learningRate", value, source });
const peftBench = { paper: "peft-bench", where: "MetaMathQA" } as const;

/** Settings to start from, for the choice on this model. */
export function tuningOf(choice: ChoiceId, project: Project, architecture: Architecture): Tuning {
  switch (choice) {
    case "prompting":
    case "other-model":
      return { method: null, settings: [], options: {} };
    case "full":
      return {
        method: "full",
        options: {},
        settings: [rate(1e-5, peftBench), batch(32), epochs(3)],
      };
    case "lora":
    case "dora":
      return lowRank(choice, project, architecture);
    case "head":
      return {
        method: "head",
        options: {},
        settings: [rate(1e-3, { paper: "bitfit", where: "README" }), batch(32), epochs(10)],
      };
    case "bitfit":
      return {
        method: "bitfit",
        options: {},
        settings: [
          rate(1e-3, { paper: "bitfit", where: "README" }),
          batch(8, { paper: "bitfit", where: "run_glue.py" }),
          epochs(16, { paper: "bitfit", where: "run_glue.py" }),
        ],
      };
    case "ia3":
      return {
        method: "ia3",
        options: {},
        settings: [
          rate(3e-3, { paper: "ia3" }),
          batch(8, { paper: "ia3" }),
          { name: "steps", value: 1000, source: { paper: "ia3" } },
        ],
      };
    case "prompt-tuning":
      return {
        method: "prompt-tuning",
        options: { num_virtual_tokens: 20 },
        settings: [
          { name: "length", value: 20, source: { paper: "prompt" } },
          architecture.isEncoderDecoder
            ? rate(0.3, { paper: "prompt", where: "Adafactor" })
            : rate(1e-3, peftBench),
          batch(32, { paper: "prompt" }),
          { name: "steps", value: 30_000, source: { paper: "prompt" } },
        ],
      };
    default:
      throw new Error(`unhandled choice: ${JSON.stringify(choice satisfies never)}`);
  }
}

/** As the LoRA paper on RoBERTa where a model classifies; else on all matrices, as later comparisons advise. */
function lowRank(choice: "lora" | "dora", project: Project, architecture: Architecture): Tuning {
  const isEncoder = architecture.load("CAUSAL_LM", 2) === null && !architecture.isEncoderDecoder;
  const rank = isEncoder ? 8 : rankFor(project);
  const ofPaper = { paper: "lora", where: "App. D" } as const;
  const ofLater = { paper: "biderman" } as const;
  return {
    method: choice,
    options: { r: rank, target_modules: isEncoder ? "query+value" : "all-linear" },
    settings: [
      { name: "rank", value: rank, source: isEncoder ? ofPaper : null },
      { name: "alpha", value: 2 * rank, source: isEncoder ? ofPaper : ofLater },
      isEncoder
        ? { name: "targets", value: "queryValue", source: ofPaper }
        : { name: "targets", value: "allMatrices", source: ofLater },
      choice === "dora"
        ? rate(2e-4, { paper: "dora", where: "NVlabs/DoRA" })
        : rate(isEncoder ? 5e-4 : 2e-4, ofPaper),
      batch(32),
      epochs(project.examples < 1000 ? 10 : 3),
    ],
  };
}

/** A larger rank for more to learn: the change that full fine-tuning makes has a rank far above LoRA's usual. */
function rankFor({ kind, examples }: Project): number {
  if (kind === "style" || examples < 500) return 8;
  return examples >= 20_000 ? 64 : 16;
}

/** The same options as the scripts take them (src/recipes), laid over the defaults of the method. */
export function scriptOptions({ settings }: Tuning): Readonly<Record<string, number | readonly string[]>> {
  const given = settings.flatMap(({ name, value }): [string, number | readonly string[]][] => {
    if (name === "targets") {
      return [["targets", value === "allMatrices" ? matrices : ["attention.query", "attention.value"]]];
    }
    const isMethods = name === "rank" || name === "alpha" || name === "length";
    return isMethods && typeof value === "number" ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}
