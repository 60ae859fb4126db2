import type { Architecture } from "../../counting/architecture";
import type { RawOption } from "../../counting/option-kinds";
import type { MethodId } from "../../methods/index";

/** An option that the page has a control for, by its name in src/counting. */
export type OfferedOption = { readonly name: OptionName } & (
  | {
      readonly kind: "integer";
      readonly default: number | ((model: Architecture) => number);
      readonly max: number;
      /** Counts only while a prefix comes out of an MLP. */
      readonly needsProjection?: boolean;
    }
  | { readonly kind: "switch" }
  | { readonly kind: "choice"; readonly choices: readonly [Choice, ...Choice[]] }
);

export type OptionName =
  | "r"
  | "init_r"
  | "target_r"
  | "target_modules"
  | "num_virtual_tokens"
  | "adapter_len"
  | "prefix_projection"
  | "encoder_hidden_size"
  | "encoder_reparameterization_type"
  | "bottleneck"
  | "n"
  | "after"
  | "layer_norms"
  | "share_alpha"
  | "depth"
  | "share";

/** A choice and its value; the first of a list is what is taken when nothing was chosen. */
export interface Choice {
  readonly id: ChoiceId;
  readonly value: RawOption | undefined;
}

export type ChoiceId =
  | "usual"
  | "queryValue"
  | "attention"
  | "everyMatrix"
  | "both"
  | "afterAttention"
  | "afterMlp"
  | "all"
  | "half"
  | "one"
  | "mlp"
  | "lstm"
  | "share2"
  | "share05"
  | "share10";

const rank = (value: number, max = 1024) => ({ name: "r", kind: "integer", default: value, max }) as const;
const tokens = { name: "num_virtual_tokens", kind: "integer", default: 20, max: 2000 } as const;
const targets = {
  name: "target_modules",
  kind: "choice",
  choices: [
    { id: "usual", value: undefined },
    { id: "queryValue", value: "query+value" },
    { id: "attention", value: "query+key+value+output" },
    { id: "everyMatrix", value: "all-linear" },
  ],
} as const;
const depth = {
  name: "depth",
  kind: "choice",
  choices: [
    { id: "all", value: "all" },
    { id: "half", value: "half" },
    { id: "one", value: "one" },
  ],
} as const;
const bottleneck = (model: Architecture): number => Math.max(1, Math.floor(model.width / 16));
const after = {
  name: "after",
  kind: "choice",
  choices: [
    { id: "both", value: "both" },
    { id: "afterAttention", value: "attention" },
    { id: "afterMlp", value: "mlp" },
  ],
} as const;
const norms = { name: "layer_norms", kind: "switch" } as const;
const projection = { name: "prefix_projection", kind: "switch" } as const;
const hidden = (width: (model: Architecture) => number, needsProjection = true) =>
  ({ name: "encoder_hidden_size", kind: "integer", default: width, max: 65536, needsProjection }) as const;

/** The methods of this project that the page counts, and the options it offers for each. */
export const offered: Readonly<Record<string, readonly OfferedOption[]>> = {
  full: [],
  head: [],
  adapter: [{ name: "bottleneck", kind: "integer", default: bottleneck, max: 16384 }, after, norms],
  "adapter-bias": [{ name: "share_alpha", kind: "switch" }, norms],
  compacter: [
    { name: "bottleneck", kind: "integer", default: (model) => Math.floor(model.width / 32), max: 16384 },
    { name: "n", kind: "integer", default: 4, max: 64 },
    norms,
  ],
  bitfit: [],
  "layer-norm": [],
  "random-subset": [
    {
      name: "share",
      kind: "choice",
      choices: [
        { id: "share2", value: 0.02 },
        { id: "share05", value: 0.005 },
        { id: "share10", value: 0.1 },
      ],
    },
  ],
  "prefix-tuning": [tokens, projection, hidden((model) => model.keyWidth)],
  "p-tuning-v2": [tokens, depth, projection, hidden(() => 512)],
  "prompt-tuning": [tokens],
  "p-tuning": [
    tokens,
    {
      name: "encoder_reparameterization_type",
      kind: "choice",
      choices: [
        { id: "mlp", value: "MLP" },
        { id: "lstm", value: "LSTM" },
      ],
    },
    hidden((model) => model.width, false),
  ],
  "llama-adapter": [{ name: "adapter_len", kind: "integer", default: 10, max: 2000 }, depth],
  lora: [rank(8), targets],
  dora: [rank(8), targets],
  adalora: [
    { name: "init_r", kind: "integer", default: 12, max: 1024 },
    { name: "target_r", kind: "integer", default: 8, max: 1024 },
    targets,
  ],
  vera: [rank(256, 8192), targets],
  ia3: [],
} satisfies Readonly<Record<MethodId, readonly OfferedOption[]>>;
