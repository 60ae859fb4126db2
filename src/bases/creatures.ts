import { type ModelConfig, tokensHead } from "../model/config";
import { patchCount } from "../tasks/creatures/patches";
import { promptLength, wordCount } from "../tasks/creatures/words";
import type { Base } from "./base";

/** A base that draws. It is in no list of those that read and write text. */
export interface PictureBase extends Pick<Base, "id" | "config" | "recipe" | "start" | "stored" | "data"> {
  /** How fast the average over its steps follows them: it is this average that is kept. */
  readonly averaged: number;
}

/** The shape of a model that draws creatures, at any size. */
export function creaturesConfig(layers: number, heads: number, width: number): ModelConfig {
  return {
    kind: "encoder",
    layers,
    heads,
    width,
    vocabulary: wordCount,
    context: promptLength + patchCount,
    tied: true,
    head: tokensHead,
    picture: { words: promptLength, values: 12, time: 32 },
  };
}

const shared = { config: creaturesConfig(3, 4, 64), averaged: 0.999, stored: "F16", data: [] } as const;

/** Where the base starts: `npm run pretrain creatures-draft` makes it, and nothing else uses it. */
const creaturesDraft: PictureBase = {
  ...shared,
  id: "creatures-draft",
  recipe: { steps: 12_000, batch: 32, learningRate: 2e-3, seed: 1 },
};

/** Draws creatures from words: a flow-matching transformer over the patches of 12 × 12 pictures. */
export const creaturesBase: PictureBase = {
  ...shared,
  id: "creatures",
  recipe: { steps: 5000, batch: 64, learningRate: 2e-3, seed: 2 },
  start: creaturesDraft.id,
};

/** Both, in the order in which they are pretrained. */
export const pictureBases: readonly PictureBase[] = [creaturesDraft, creaturesBase];
