import { createRandom } from "../../lib/random";

export const bodies = ["square", "round", "bell", "tall", "diamond"] as const;
export const tops = ["none", "horn", "ears", "hat"] as const;
export const colours = ["red", "orange", "yellow", "green", "blue", "purple"] as const;
export const eyes = ["bar", "one", "wide"] as const;

/** A creature is what it looks like: four attributes. */
export interface Creature {
  readonly body: (typeof bodies)[number];
  readonly top: (typeof tops)[number];
  readonly colour: (typeof colours)[number];
  readonly eyes: (typeof eyes)[number];
}

export const attributes = ["body", "top", "colour", "eyes"] as const;
export type Attribute = (typeof attributes)[number];

/** All 360 creatures. Elsewhere a creature is its position in this list. */
export const creatures: readonly Creature[] = bodies.flatMap((body) =>
  tops.flatMap((top) => colours.flatMap((colour) => eyes.map((eye) => ({ body, top, colour, eyes: eye })))),
);

/** The position of a creature in the list. */
export function indexOf({ body, top, colour, eyes: eye }: Creature): number {
  const shape = bodies.indexOf(body) * tops.length + tops.indexOf(top);
  return (shape * colours.length + colours.indexOf(colour)) * eyes.length + eyes.indexOf(eye);
}

const shuffled = createRandom("creatures").shuffle(creatures.map((_, i) => i));

/** The creatures that the base was trained on, and those it has never seen. */
export const seenCreatures: readonly number[] = shuffled.slice(0, 280);
export const unseenCreatures: readonly number[] = shuffled.slice(280);

/** Creatures with a name: one word that stands for all four attributes. All of them were seen in training. */
export const namedCreatures: readonly number[] = seenCreatures.slice(0, 48);
