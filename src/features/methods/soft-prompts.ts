import type { AnyOptions } from "../../lib/options";

/** Where a soft prompt stands, what writes it while it is trained, and what becomes of the base. */
export interface SoftPrompt {
  readonly depth: "input" | "layers";
  readonly encoder: "none" | "mlp" | "lstm";
  readonly base: "frozen" | "trained";
}

export const switches = {
  depth: ["input", "layers"],
  encoder: ["none", "mlp", "lstm"],
  base: ["frozen", "trained"],
} as const satisfies { readonly [K in keyof SoftPrompt]: readonly SoftPrompt[K][] };

/** i18n keys below `soft.verdicts`. */
export type Verdict =
  | "prompt"
  | "promptTrained"
  | "writtenLstm"
  | "writtenMlp"
  | "writtenTrained"
  | "deep"
  | "deepMlp"
  | "deepLstm"
  | "deepTrained";

export interface SoftPromptMethod {
  readonly id: string;
  /** What differs from the method's defaults. */
  readonly options: AnyOptions;
}

/** What three switches make: the method with this name, if there is one. */
export interface SoftPromptAnswer {
  readonly verdict: Verdict;
  /** The usual one first; empty where no paper proposes it. */
  readonly methods: readonly SoftPromptMethod[];
  /** How HF PEFT says it, or null. */
  readonly peft: string | null;
}

/** Which method three switches are, after the papers and their code (Li & Liang 2021, Lester et al. 2021, Liu et al. 2021, twice). */
export function softPromptAnswer({ depth, encoder, base }: SoftPrompt): SoftPromptAnswer {
  if (depth === "input") {
    if (encoder === "none") {
      return base === "trained"
        ? { verdict: "promptTrained", methods: [], peft: null }
        : { verdict: "prompt", methods: [{ id: "prompt-tuning", options: {} }], peft: "PromptTuningConfig" };
    }
    const methods = [{ id: "p-tuning", options: { encoder, freezeBase: base === "frozen" } }];
    if (base === "trained") return { verdict: "writtenTrained", methods, peft: null };
    return encoder === "mlp"
      ? { verdict: "writtenMlp", methods, peft: "PromptEncoderConfig" }
      : {
          verdict: "writtenLstm",
          methods,
          peft: 'PromptEncoderConfig(encoder_reparameterization_type="LSTM")',
        };
  }
  if (base === "trained") return { verdict: "deepTrained", methods: [], peft: null };
  if (encoder === "lstm") return { verdict: "deepLstm", methods: [], peft: null };
  const options = { projection: encoder === "mlp" };
  const [prefix, deep] = [
    { id: "prefix-tuning", options },
    { id: "p-tuning-v2", options },
  ];
  return encoder === "mlp"
    ? { verdict: "deepMlp", methods: [prefix, deep], peft: "PrefixTuningConfig(prefix_projection=True)" }
    : { verdict: "deep", methods: [deep, prefix], peft: "PrefixTuningConfig" };
}

/** The names people ask about, as their papers set the switches. */
export const presets = {
  "prompt-tuning": { depth: "input", encoder: "none", base: "frozen" },
  "p-tuning-frozen": { depth: "input", encoder: "lstm", base: "frozen" },
  "p-tuning-trained": { depth: "input", encoder: "lstm", base: "trained" },
  "p-tuning-v2": { depth: "layers", encoder: "none", base: "frozen" },
  "prefix-tuning": { depth: "layers", encoder: "mlp", base: "frozen" },
} as const satisfies Readonly<Record<string, SoftPrompt>>;
export type Preset = keyof typeof presets;
export const presetIds = [
  "prompt-tuning",
  "p-tuning-frozen",
  "p-tuning-trained",
  "p-tuning-v2",
  "prefix-tuning",
] as const satisfies readonly Preset[];

/** The name whose switches these are, or null. */
export function presetOf(soft: SoftPrompt): Preset | null {
  return presetIds.find((id) => writeSoftPrompt(presets[id]) === writeSoftPrompt(soft)) ?? null;
}

/** "layers-none-frozen", as it stands in a link. */
export function writeSoftPrompt({ depth, encoder, base }: SoftPrompt): string {
  return `${depth}-${encoder}-${base}`;
}

/** Reads three switches from a link; undefined where they are none. */
export function readSoftPrompt(text: string): SoftPrompt | undefined {
  for (const depth of switches.depth)
    for (const encoder of switches.encoder)
      for (const base of switches.base)
        if (writeSoftPrompt({ depth, encoder, base }) === text) return { depth, encoder, base };
  return undefined;
}
