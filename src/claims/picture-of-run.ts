import { newWordSpec, outlineSpec, styleSpec } from "../experiments/picture/default-pictures";
import { pictureSchema } from "../experiments/picture/picture-schema";
import type { PictureLane, PictureSpec } from "../experiments/picture/picture-spec";
import { unseenCreatures } from "../tasks/creatures/creature";
import type { Style } from "../tasks/creatures/paint";
import { firstSeed } from "./race-of-runs";
import type { PictureRun } from "./run";

/** Picture experiments as plain data: what a run measures with one seed. */
export interface PictureTrials {
  /** Their measures are averaged. */
  readonly experiments: readonly PictureSpec[];
  readonly isTrained: boolean;
  readonly strength: number;
  /** The style of the adapter that is put on as well; null: none. */
  readonly mixedWith: readonly Style[] | null;
}

/** Pictures that are measured of each kind of ask. */
const drawn = { word: 32, outlines: 64, style: 64 } as const;
/** Creatures with a new word for each seed. */
const creaturesEach = 2;
/** Where a run trains nothing, an experiment still has a lane; it takes no step. */
const anyLane: PictureLane = { method: "textual-inversion", options: {}, learningRate: 0.1 };

/** What a run measures with a seed, everything left out filled in. */
export function picturesOfRun(run: PictureRun, seed = firstSeed): PictureTrials {
  const { lane, steps, from = "pretrained", strength = 1, mixedWith = null } = run;
  const experiments = experimentsOf(run, [lane ?? anyLane], seed).map((spec): PictureSpec => {
    // In the order of the schema, as the figures are read back.
    return pictureSchema.parse({ ...spec, from, ...(steps !== undefined && { steps }) });
  });
  return { experiments, isTrained: lane !== undefined, strength, mixedWith };
}

function experimentsOf(
  { teach, photos = 4, styles = ["shade"], withWord = false }: PictureRun,
  lanes: readonly PictureLane[],
  seed: number,
): readonly PictureSpec[] {
  const count = drawn[teach];
  switch (teach) {
    case "word":
      return Array.from({ length: creaturesEach }, (_, i) => {
        const creature = unseenCreatures[(creaturesEach * seed + i) % unseenCreatures.length]!;
        return newWordSpec({ creature, photos, seed, count }, lanes);
      });
    case "outlines":
      return [outlineSpec({ seed, count }, lanes)];
    case "style":
      return [styleSpec({ styles, withWord, seed, count }, lanes)];
    default:
      return teach satisfies never;
  }
}
