import { createRandom } from "../lib/random";
import { classification } from "../tasks/reader/planted";
import { type Attribute, attributes, labelWords, things } from "../tasks/reader/things";
import { letters } from "../tasks/reader/vocabulary";

/** One demonstration: a thing, and which of the two labels it has. */
export interface Labeled {
  readonly thing: string;
  /** 0 or 1: the place of the right label. */
  readonly right: number;
  readonly shown: number;
}

/** Sixteen demonstrations and a question, as a learner changes their labels. */
export interface LabelPrompt {
  /** What the things are asked for. */
  readonly attribute: Attribute;
  /** What is written for label 0 and label 1. */
  readonly labels: readonly [string, string];
  readonly demonstrations: readonly Labeled[];
  readonly question: string;
  /** The place of its right label. */
  readonly right: number;
}

/** A prompt at random: things that are asked for their kind or their size, all labels right. */
export function drawLabelPrompt(seed: number): LabelPrompt {
  const random = createRandom(seed);
  const attribute = random.pick(attributes);
  const labels = labelWords[attribute];
  const [asked, ...shown] = random.shuffle(things).slice(0, classification.demonstrations + 1);
  const placeOf = (thing: (typeof things)[number]): number =>
    thing.attributes[attribute] === labels[0] ? 0 : 1;
  return {
    attribute,
    labels,
    demonstrations: shown.map((thing) => ({
      thing: thing.name,
      right: placeOf(thing),
      shown: placeOf(thing),
    })),
    question: asked!.name,
    right: placeOf(asked!),
  };
}

/** The prompt as the model reads it. */
export function labelPromptText({ labels, demonstrations, question }: LabelPrompt): string {
  return [...demonstrations.flatMap(({ thing, shown }) => [thing, labels[shown]!]), question].join(" ");
}

/** The prompt with the label of one demonstration exchanged for the other. */
export function flipLabel(prompt: LabelPrompt, at: number): LabelPrompt {
  const demonstrations = prompt.demonstrations.map((one, i) =>
    i === at ? { ...one, shown: 1 - one.shown } : one,
  );
  return { ...prompt, demonstrations };
}

/** Ways to set all labels at once. */
export const labelings = ["right", "random", "flipped", "letters"] as const;
export type Labeling = (typeof labelings)[number];

/** The prompt with all labels set again. letters: two random letters are the labels, each on its side. */
export function relabel(prompt: LabelPrompt, how: Labeling, seed: number): LabelPrompt {
  const random = createRandom(seed);
  const set = (shown: (one: Labeled) => number) =>
    prompt.demonstrations.map((one) => ({ ...one, shown: shown(one) }));
  switch (how) {
    case "right":
      return { ...prompt, labels: labelWords[prompt.attribute], demonstrations: set(({ right }) => right) };
    case "random":
      return { ...prompt, demonstrations: set(() => random.integer(2)) };
    case "flipped":
      return { ...prompt, demonstrations: set(({ right }) => 1 - right) };
    case "letters": {
      const [one, other] = random.shuffle(letters) as [string, string];
      return { ...prompt, labels: [one, other], demonstrations: set(({ right }) => right) };
    }
    default:
      return how satisfies never;
  }
}
