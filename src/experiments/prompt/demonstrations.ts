import type { Random } from "../../lib/random";
import type { Item, LoadedTask } from "../../tasks/task";
import { type Drawn, labelerFor } from "./labels";
import { PromptError } from "./prompt-error";
import type { Demonstrations } from "./prompt-spec";

/** Demonstrations as a variant shows them, and what they imply of the question if they are taken at their word. */
export interface Shown {
  readonly items: readonly Item[];
  readonly implied: string;
}

/** Training items to show beside a question. Where room is scarce, the shortest ones of so many times as many are taken. */
export function drawDemonstrations(
  task: LoadedTask,
  question: Item,
  count: number,
  times: number,
  random: Random,
): readonly Drawn[] {
  const items = drawShort(task, question, count, times, random.fork("items"));
  const others = drawShort(task, question, count, times, random.fork("others"));
  return items.map((item, i) => ({ item, other: others[i]! }));
}

function drawShort(
  task: LoadedTask,
  question: Item,
  count: number,
  times: number,
  random: Random,
): readonly Item[] {
  const draw = (): Item => task.drawBeside?.(question, random) ?? task.draw("train", random);
  const drawn = Array.from({ length: count * times }, draw);
  const lengthOf = (at: number): number => drawn[at]!.input.length + drawn[at]!.answer.length;
  const shortest = [...drawn.keys()].sort((a, b) => lengthOf(a) - lengthOf(b) || a - b).slice(0, count);
  return shortest.sort((a, b) => a - b).map((at) => drawn[at]!);
}

/** What changes drawn items into what a variant shows. Throws PromptError where the task cannot be shown like that. */
export function changerFor(
  taskId: string,
  task: LoadedTask,
  demonstrations: Demonstrations,
): (drawn: readonly Drawn[], question: Item, random: Random) => Shown {
  const label = labelerFor(taskId, task, demonstrations);
  const { foreignInput } = task;
  const { inputs } = demonstrations;
  if (inputs === "foreign" && !foreignInput) throw new PromptError("no-foreign-inputs", taskId);
  const inputOf = ({ item }: Drawn, random: Random): string => {
    switch (inputs) {
      case "same":
        return item.input;
      case "foreign":
        return foreignInput!(item.input, random);
      case "absent":
        return "";
      default:
        return inputs satisfies never;
    }
  };
  return (drawn, question, random) => {
    // Streams apart, so that labels stay as they are when inputs change.
    const { answers, implied } = label(drawn, question, random);
    const ofInputs = random.fork("inputs");
    return {
      items: drawn.map((one, i) => ({ input: inputOf(one, ofInputs), answer: answers[i]! })),
      implied,
    };
  };
}
