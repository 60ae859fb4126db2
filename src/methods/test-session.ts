import { creaturesConfig } from "../bases/creatures";
import type { Engine } from "../engine/engine";
import { type AnyOptions, defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import { type ModelConfig, tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import type { Model } from "../model/transformer";
import { creatures } from "../tasks/creatures/creature";
import { draw, outlineAt } from "../tasks/creatures/draw";
import { tokensOf } from "../tasks/creatures/words";
import { type Batch, stack } from "../training/batch";
import { toModel } from "../training/load-base";
import { type FlowExample, type FlowInputs, flowInputs, startFlow } from "../training/objectives/flow";
import { TrainingSession } from "../training/session";
import type { MethodId } from "./index";
import type { Method } from "./method";
import type { PictureMethodId } from "./picture-methods";

const shape = { vocabulary: 13, context: 10, heads: 2, width: 16, tied: true, head: tokensHead } as const;

/** The models on which every method keeps its contract; the classifier is an encoder under a new head. */
export const configs = {
  decoder: { ...shape, kind: "decoder", layers: 2 },
  "untied decoder": { ...shape, kind: "decoder", layers: 1, tied: false },
  encoder: { ...shape, kind: "encoder", layers: 2 },
  classifier: { ...shape, kind: "encoder", layers: 2, head: { kind: "classes", k: 3, pool: "first" } },
  "encoder-decoder": { ...shape, kind: "encoder-decoder", encoder: 2, decoder: 2 },
  drawing: creaturesConfig(2, 2, 16),
} as const satisfies Record<string, ModelConfig>;
export type ConfigName = keyof typeof configs;

/** Options besides the defaults under which a method keeps its contract: every option is used once. */
export const variants: Readonly<Record<MethodId, readonly AnyOptions[]>> = {
  full: [],
  head: [{ kind: "mlp", hidden: 5 }],
  adapter: [{ bottleneck: 3, after: ["mlp"], initStd: 0.02, layerNorms: true }],
  "adapter-bias": [{ shareAlpha: true, layerNorms: true }],
  compacter: [{ bottleneck: 3, n: "2", after: ["mlp"] }],
  bitfit: [{ terms: ["attention.query", "mlp.up"] }],
  "layer-norm": [{ terms: ["weight"] }],
  "random-subset": [{ share: 0.1, within: ["attention.query", "mlp.down"], seed: 7 }],
  "prefix-tuning": [
    { length: 3, init: "zero" },
    { length: 2, projection: true, hidden: 5 },
  ],
  "p-tuning-v2": [
    { length: 3, depth: "one" },
    { depth: "half", projection: true, hidden: 5 },
  ],
  "prompt-tuning": [
    { length: 3, init: "labels" },
    { length: 2, init: "random", initStd: 0.1 },
  ],
  "p-tuning": [{ length: 3, hidden: 5 }, { length: 3, encoder: "lstm", hidden: 4 }, { freezeBase: false }],
  "llama-adapter": [{ length: 3, depth: "one" }],
  lora: [
    { rank: 3, alpha: 3, targets: ["attention.output", "mlp.up", "mlp.down"], scaling: "rank-stabilized" },
  ],
  dora: [{ rank: 1, alpha: 3, targets: ["attention.output", "mlp.up", "mlp.down"] }],
  adalora: [
    { rank: 4, targetRank: 1, alpha: 3, targets: ["mlp.up"], orthogonality: 0.5, warmUp: 0, settled: 0.2 },
  ],
  vera: [{ rank: 5, initD: 0.5, targets: ["attention.query", "mlp.up", "mlp.down"] }],
  ia3: [{ targets: ["mlp.down"] }],
};

/** The same for the methods of a base that draws. */
export const pictureVariants: Readonly<Record<PictureMethodId, readonly AnyOptions[]>> = {
  ...variants,
  "textual-inversion": [],
  "control-net": [{ blocks: 1, copies: "scratch" }],
};

/** A base with random parameters. It has the head for tokens: one for classes is not part of a base. */
export function randomBase(config: ModelConfig): Model {
  const base: ModelConfig = { ...config, head: tokensHead };
  const params = initialParams(base, createRandom(5));
  // Where the last step is 0, no gradient passes it.
  const last = params["patch.out.weight"];
  const random = createRandom("last step");
  if (last) params["patch.out.weight"] = { ...last, data: last.data.map(() => 0.1 * random.normal()) };
  return toModel(base, params);
}

/** A session of a method with these options, the rest at their defaults. */
export function sessionOf(
  engine: Engine,
  base: Model,
  config: ModelConfig,
  method: Method,
  raw: AnyOptions = {},
  seed = 3,
): TrainingSession {
  const options = { ...defaultOptions(method.options), ...raw };
  return new TrainingSession(engine, base, {
    method,
    options,
    seed,
    head: config.head,
    answerTokens: [4, 2],
    ...(config.picture && { objective: startFlow(config, 4, () => randomExamples()[0]!) }),
  });
}

/** Pictures that use all a method can read: a new word, and an outline. */
function randomExamples(): readonly FlowExample[] {
  return [0, 1, 2].map((i): FlowExample => {
    const drawing = { creature: creatures[40 * i]!, place: i, scene: "sea" } as const;
    const prompt = { isNew: i > 0, scene: "sea" } as const;
    const outline = outlineAt(drawing.creature, i);
    return { picture: draw(drawing), tokens: tokensOf(prompt), isNew: i > 0, outline };
  });
}

/** What a session reads of the same random examples each time, whatever kind of model it trains. */
export function randomInputs(config: ModelConfig): Batch | FlowInputs {
  return config.picture ? flowInputs(config, randomExamples(), createRandom("batch")) : randomBatch(config);
}

/** The same random examples each time; at least one position of each has a weight. Every second one ends in padding where an encoder reads it. */
export function randomBatch({ kind, vocabulary, context, head }: ModelConfig, examples = 4): Batch {
  const classes = head.kind === "classes" ? head.k : 0;
  const random = createRandom("batch");
  const token = (): number => 1 + random.integer(vocabulary - 1);
  const outputs = classes > 0 ? 1 : context;
  return stack(
    Array.from({ length: examples }, (_, example) => {
      const used = kind === "encoder" && example % 2 === 1 ? context - 3 : context;
      const tokens = Int32Array.from({ length: context }, (__, t) => (t < used ? token() : 0));
      const targets = Int32Array.from({ length: outputs }, () =>
        classes > 0 ? random.integer(classes) : token(),
      );
      const weights = Float32Array.from({ length: outputs }, (__, t) =>
        t === 0 || (t < used && random.integer(2) === 1) ? 1 : 0,
      );
      const sourceLength = example % 2 === 1 ? context - 3 : context;
      const source = Int32Array.from({ length: context }, (__, t) => (t < sourceLength ? token() : 0));
      return { tokens, targets, weights, ...(kind === "encoder-decoder" && { source }) };
    }),
  );
}
