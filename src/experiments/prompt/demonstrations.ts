import type { Random } from "../../lib/random";
import type { Item, LoadedTask } from "../../tasks/task";
import { PromptError } from "./prompt-error";
import type { Demonstrations } from "./prompt-spec";

/** A task with more different answers than this has no label set. */
const mostLabels = 10;

/** The different answers of a task in alphabetical order; null where they are too many to be classes. */
function labelsOf(task: LoadedTask): readonly string[] | null {
  const labels = new Set<string>();
  for (const { answer } of task.items("train")) {
    labels.add(answer);
    if (labels.size > mostLabels) return null;
  }
  return [...labels].sort();
}

/** An item to show, and another one whose answer may be shown with it. */
export interface DrawnItem {
  readonly item: Item;
  readonly other: Item;
}

/** Training items to show: the shortest `count` of `count * times` that are drawn, for prompts with little room. */
export function drawDemonstrations(
  task: LoadedTask,
  count: number,
  times: number,
  random: Random,
): readonly DrawnItem[] {
  const items = drawShort(task, count, times, random.fork("items"));
  const others = drawShort(task, count, times, random.fork("others"));
  return items.map((item, i) => ({ item, other: others[i]! }));
}

function drawShort(task: LoadedTask, count: number, times: number, random: Random): readonly Item[] {
  const drawn = Array.from({ length: count * times }, () => task.draw("train", random));
  const lengthOf = (at: number): number => drawn[at]!.input.length + drawn[at]!.answer.length;
  const shortest = [...drawn.keys()].sort((a, b) => lengthOf(a) - lengthOf(b) || a - b).slice(0, count);
  return shortest.sort((a, b) => a - b).map((at) => drawn[at]!);
}

/** What changes drawn items into what a variant shows. Throws PromptError where the task cannot be shown like that. */
export function changerFor(
  taskId: string,
  task: LoadedTask,
  { labels, inputs }: Demonstrations,
): (drawn: readonly DrawnItem[], random: Random) => readonly Item[] {
  const set = labelsOf(task);
  const { foreignInput } = task;
  if (labels === "flipped" && (!set || set.length < 2)) throw new PromptError("no-label-set", taskId);
  if (inputs === "foreign" && !foreignInput) throw new PromptError("no-foreign-inputs", taskId);

  const answerOf = ({ item, other }: DrawnItem, random: Random): string => {
    switch (labels) {
      case "gold":
        return item.answer;
      case "random":
        return set ? random.pick(set) : other.answer;
      case "flipped":
        return set![(set!.indexOf(item.answer) + 1) % set!.length]!;
      case "absent":
        return "";
      default:
        return labels satisfies never;
    }
  };
  return (drawn, random) => {
    // Separate streams: the labels stay the same when inputs change.
    const [ofLabels, ofInputs] = [random.fork("labels"), random.fork("inputs")];
    return drawn.map((one) => ({
      input: inputs === "foreign" ? foreignInput!(one.item.input, ofInputs) : one.item.input,
      answer: answerOf(one, ofLabels),
    }));
  };
}
