import type { BaseCard } from "../../bases/base";
import type { PictureScores } from "../../tasks/creatures/measures";
import type { PictureSpec } from "./picture-spec";

/** What is known when a picture experiment is open, before its first step. */
export interface PictureInfo {
  readonly spec: PictureSpec;
  /** null for an untrained base. */
  readonly card: BaseCard | null;
  /** Parameters of the base. */
  readonly total: number;
  /** Of each lane: the parameters it trains. */
  readonly trained: readonly number[];
  /** Up to 24 of the pictures that are learned from: 12 × 12 pixels of red, green and blue, −1 to 1. */
  readonly examples: readonly Float32Array[];
}

/** What a lane drew after some steps: a picture for each thing asked for, in that order. */
export interface Gallery {
  readonly step: number;
  readonly pictures: readonly Float32Array[];
  /** Of the pictures whose prompt says exactly what should be in them; after photos, of those with the new word. */
  readonly scores: PictureScores;
  /** After photos, of the pictures asked for in words that the base knew before. */
  readonly known: PictureScores | null;
}

/** Events of a picture experiment. Lanes are named by their position in the spec. */
export type PictureEvent =
  | {
      readonly kind: "flow-losses";
      readonly lane: number;
      readonly steps: readonly number[];
      readonly losses: readonly number[];
    }
  | { readonly kind: "gallery"; readonly lane: number; readonly gallery: Gallery };

/** What the page knows of one lane. */
export interface PictureLaneProgress {
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  /** In the order of their steps. The first is of step 0, before any training. */
  readonly galleries: readonly Gallery[];
}

export interface PictureProgress {
  readonly info: PictureInfo;
  readonly lanes: readonly PictureLaneProgress[];
}

/** Nothing drawn yet. */
export function beginPictures(info: PictureInfo): PictureProgress {
  return { info, lanes: info.spec.lanes.map(() => ({ steps: [], losses: [], galleries: [] })) };
}

/** Progress after an event; other lanes keep their identity. */
export function applyPictures(progress: PictureProgress, event: PictureEvent): PictureProgress {
  const lanes = progress.lanes.map((lane, i) => (i === event.lane ? applyToLane(lane, event) : lane));
  return { ...progress, lanes };
}

function applyToLane(lane: PictureLaneProgress, event: PictureEvent): PictureLaneProgress {
  switch (event.kind) {
    case "flow-losses": {
      // After a lost device, steps are taken again.
      const before = lane.steps.filter((step) => step < (event.steps[0] ?? 0)).length;
      return {
        ...lane,
        steps: [...lane.steps.slice(0, before), ...event.steps],
        losses: [...lane.losses.slice(0, before), ...event.losses],
      };
    }
    case "gallery": {
      const others = lane.galleries.filter(({ step }) => step !== event.gallery.step);
      const galleries = [...others, event.gallery].sort((a, b) => a.step - b.step);
      return { ...lane, galleries };
    }
    default:
      return event satisfies never;
  }
}
