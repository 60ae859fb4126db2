// The picture experiments of the lessons, ready to be changed.
import { createRandom } from "../../lib/random";
import { matrices } from "../../model/config";
import { creatures, seenCreatures, unseenCreatures } from "../../tasks/creatures/creature";
import type { Style } from "../../tasks/creatures/paint";
import { places } from "../../tasks/creatures/places";
import { type Scene, scenes } from "../../tasks/creatures/scenes";
import { promptFor } from "../../tasks/creatures/words";
import { unstyledCreatures } from "./picture-choices";
import type { PictureAsk, PictureLane, PictureSpec } from "./picture-spec";

/** The lanes of the lessons by what they show, with the learning rates they were measured with. */
export const pictureLanes = {
  newWord: { method: "textual-inversion", options: {}, learningRate: 0.1 },
  everything: { method: "full", options: {}, learningRate: 1e-3 },
  control: { method: "control-net", options: {}, learningRate: 2e-3 },
  style: {
    method: "lora",
    options: { rank: 4, alpha: 4, targets: [...matrices] },
    learningRate: 1e-2,
  },
} as const satisfies Record<string, PictureLane>;

const usual = { base: "creatures", from: "pretrained", batch: 32 } as const;

/** Photos are taken in these scenes, and the new word is asked for in the others. */
export const photoScenes: readonly Scene[] = ["day", "desert"];
const otherScenes = scenes.filter((scene) => !photoScenes.includes(scene));

/** A new word for a creature that the base has never seen, learned from a few photos. `count`: pictures of each of the two kinds. */
export function newWordSpec(
  { creature = unseenCreatures[0]!, photos = 4, seed = 1, count = 8 } = {},
  lanes: readonly PictureLane[] = [pictureLanes.newWord],
): PictureSpec {
  const fresh = Array.from({ length: count }, (_, i): PictureAsk => {
    return { prompt: { isNew: true, scene: otherScenes[i % otherScenes.length]! } };
  });
  const data = { kind: "photos", creature, count: photos, scenes: photoScenes } as const;
  return { ...usual, data, lanes, asks: [...fresh, ...knownAsks(count)], steps: 100, seed };
}

/** Creatures described in words that the base knows. */
function knownAsks(count: number): readonly PictureAsk[] {
  const random = createRandom("known words");
  return Array.from({ length: count }, () => {
    return { prompt: promptFor(random.pick(seenCreatures), random.pick(scenes)) };
  });
}

/** A base that learns to follow outlines. */
export function outlineSpec(
  { seed = 1, count = 16 } = {},
  lanes: readonly PictureLane[] = [pictureLanes.control],
): PictureSpec {
  const random = createRandom("outlines to follow");
  const asks = Array.from({ length: count }, (): PictureAsk => {
    const creature = random.pick(seenCreatures);
    const { body, top } = creatures[creature]!;
    return {
      prompt: promptFor(creature, random.pick(scenes)),
      outline: { body, top, place: random.pick(places) },
    };
  });
  return { ...usual, data: { kind: "outlines" }, lanes, asks, steps: 300, seed };
}

/** A style that the base has never seen, learned from some pictures and asked for on creatures that it was not shown on. */
export function styleSpec(
  { styles = ["shade"] as readonly Style[], pictures = 24, withWord = false, seed = 1, count = 16 } = {},
  lanes: readonly PictureLane[] = [pictureLanes.style],
): PictureSpec {
  const random = createRandom("styled");
  const asks = unstyledCreatures(seed, count).map((creature): PictureAsk => {
    return { prompt: { ...promptFor(creature, random.pick(scenes)), ...(withWord && { isNew: true }) } };
  });
  const data = { kind: "style", styles, count: pictures, withWord } as const;
  return { ...usual, data, lanes, asks, steps: 200, seed };
}
