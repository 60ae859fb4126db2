import type { Random } from "../../lib/random";
import type { Item, LoadedTask } from "../task";
import { askedTask } from "./asked-task";
import { sentenceWords } from "./sentences";
import { attributes, labelWords, things } from "./things";
import { letters } from "./vocabulary";

/** Every thing, asked for its kind and for its size. */
const all: readonly Item[] = attributes.flatMap((attribute) =>
  things.map((thing) => ({ input: thing.name, answer: thing.attributes[attribute] })),
);
/** How often each is on the list: each time behind other demonstrations. */
const times = 8;
const asked = Array.from({ length: times }, () => all).flat();

const pairOf = (answer: string): readonly string[] =>
  Object.values(labelWords).find((pair: readonly string[]) => pair.includes(answer)) ?? [answer];

/** The questions of the task thing-label. */
export function loadThings(): LoadedTask {
  return askedTask(({ answer }) => [answer], {
    // Nothing is learned from these items: what is new to the model is what stands in front of each.
    items: () => asked,
    draw: (_, random) => random.pick(all),
    drawBeside: (question, random) => {
      const pair = pairOf(question.answer);
      return drawOther(
        all.filter(({ answer }) => pair.includes(answer)),
        question,
        random,
      );
    },
    labelsBeside: pairOf,
    otherLabels: { letters, words: sentenceWords },
    foreignInput: (_, random) => random.pick(sentenceWords),
    most: 1,
    chance: 0.5,
  });
}

function drawOther(items: readonly Item[], question: Item, random: Random): Item {
  return random.pick(items.filter(({ input }) => input !== question.input));
}
