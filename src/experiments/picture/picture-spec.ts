import type { AnyOptions } from "../../lib/options";
import type { PictureMethodId } from "../../methods/picture-methods";
import type { Creature } from "../../tasks/creatures/creature";
import type { Style } from "../../tasks/creatures/paint";
import type { Scene } from "../../tasks/creatures/scenes";
import type { Prompt } from "../../tasks/creatures/words";

/** Methods tune a base that draws, side by side on the same pictures. Same spec, same backend, same pictures. */
export interface PictureSpec {
  readonly base: "creatures";
  readonly from: "pretrained" | "untrained";
  readonly data: PictureData;
  /** One to four. */
  readonly lanes: readonly PictureLane[];
  /** What every lane draws at the start, at the end, and every few steps between. */
  readonly asks: readonly PictureAsk[];
  /** Pictures a step. */
  readonly batch: number;
  readonly steps: number;
  /** Chooses photos, pictures, noise and what a method draws at random. */
  readonly seed: number;
}

/** One method, and how it is trained. */
export interface PictureLane {
  readonly method: PictureMethodId;
  readonly options: AnyOptions;
  readonly learningRate: number;
}

/** The pictures to learn from. */
export type PictureData =
  /** A few photos of one creature, described with the new word alone. */
  | {
      readonly kind: "photos";
      /** Position among all creatures. */
      readonly creature: number;
      readonly count: number;
      /** Where they are taken, in turn. */
      readonly scenes: readonly Scene[];
    }
  /** Any creatures, each with its outline; words are left out every second time, so that the outline is needed. */
  | { readonly kind: "outlines" }
  /** Some pictures of different creatures in a style that the base has never seen, described as if they were not. */
  | {
      readonly kind: "style";
      readonly styles: readonly Style[];
      readonly count: number;
      /** They are described with the new word too, on top of the first word: it may come to mean the style. */
      readonly withWord: boolean;
    };

/** A picture to draw: words, and for a method that reads it an outline. */
export interface PictureAsk {
  readonly prompt: Prompt;
  readonly outline?: Outline;
}

/** The outline of a body with a top at a place, or one drawn by hand: 144 pixels row by row, "#" where the line is. */
export type Outline =
  | (Pick<Creature, "body" | "top"> & { readonly place: number })
  | { readonly pixels: string };

export const pictureLimits = {
  lanes: { min: 1, max: 4 },
  asks: { min: 1, max: 64 },
  batch: { min: 1, max: 64 },
  steps: { min: 1, max: 2000 },
  seed: { min: 0, max: 999_999 },
  photos: { min: 1, max: 64 },
} as const;
