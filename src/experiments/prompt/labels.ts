import type { Random } from "../../lib/random";
import type { Item, LoadedTask } from "../../tasks/task";
import { PromptError } from "./prompt-error";
import type { Demonstrations } from "./prompt-spec";

/** An item that is shown, and another one whose answer it may be given. */
export interface Drawn {
  readonly item: Item;
  readonly other: Item;
}

/** More different answers than this are no label set. */
const mostLabels = 10;

/** The different answers of a task in alphabetical order; null where they are too many to be classes. */
export function labelsOf(task: LoadedTask): readonly string[] | null {
  const labels = new Set<string>();
  for (const { answer } of task.items("train")) {
    labels.add(answer);
    if (labels.size > mostLabels) return null;
  }
  return [...labels].sort();
}

/** The labels of the drawn items, and what they imply of the question. */
type Labeler = (
  drawn: readonly Drawn[],
  question: Item,
  random: Random,
) => { readonly answers: readonly string[]; readonly implied: string };

/** What labels the demonstrations of a variant. Throws PromptError where the task cannot be labelled like that. */
export function labelerFor(
  taskId: string,
  task: LoadedTask,
  { labels, wrong }: Pick<Demonstrations, "labels" | "wrong">,
): Labeler {
  const ofTask = labelsOf(task);
  const setOf = (answer: string): readonly string[] | null => task.labelsBeside?.(answer) ?? ofTask;
  const needsSet = labels === "flipped" || labels === "letters" || labels === "words" || wrong > 0;
  if (needsSet && (!ofTask || ofTask.length < 2)) throw new PromptError("no-label-set", taskId);
  if ((labels === "letters" || labels === "words") && !task.otherLabels)
    throw new PromptError("no-other-labels", taskId);

  const next = (answer: string): string => {
    const set = setOf(answer)!;
    return set[(set.indexOf(answer) + 1) % set.length]!;
  };
  return (drawn, { answer }, random) => {
    // Streams apart, so that the same demonstrations are wrong whatever stands for their labels.
    const ofLabels = random.fork("labels");
    const order = random.fork("wrong").shuffle([...drawn.keys()]);
    const isWrong = new Set(order.slice(0, Math.round((wrong / 100) * drawn.length)));
    const own = drawn.map(({ item }, i) => (isWrong.has(i) ? next(item.answer) : item.answer));
    const believed = isWrong.size > drawn.length / 2 ? next(answer) : answer;
    switch (labels) {
      case "gold":
        return { answers: own, implied: believed };
      case "random":
        return {
          answers: drawn.map(({ item, other }) => {
            const set = setOf(item.answer);
            return set ? ofLabels.pick(set) : other.answer;
          }),
          implied: answer,
        };
      case "flipped":
        return { answers: own.map(next), implied: next(believed) };
      case "absent":
        return { answers: drawn.map(() => ""), implied: answer };
      case "letters":
      case "words": {
        const set = setOf(answer)!;
        const others = ofLabels.shuffle(task.otherLabels![labels]);
        const nameOf = (label: string): string => others[set.indexOf(label)]!;
        return { answers: own.map(nameOf), implied: nameOf(believed) };
      }
      default:
        return labels satisfies never;
    }
  };
}
