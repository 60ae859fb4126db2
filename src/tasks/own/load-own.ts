import { classificationTask, loadWordTokenizer } from "../phrases-format";
import { readItems } from "../splits";
import type { Item, LoadedTask, ReadText } from "../task";
import { framedTask } from "./framed-pairs";
import type { LoadFrame } from "./frames";
import { ownDataFolder } from "./place";
import { splitPairs } from "./split-pairs";

/** Pairs of a learner as a task that is answered in tokens. */
export async function loadOwnPairs(read: ReadText, data: string, loadFrame: LoadFrame): Promise<LoadedTask> {
  const [frame, pairs] = await Promise.all([loadFrame(read), readPairs(read, data)]);
  return framedTask(frame, splitPairs(pairs, false));
}

/** Texts of a learner with their labels as a classification task. */
export async function loadOwnLabels(read: ReadText, data: string): Promise<LoadedTask> {
  const [tokenizer, pairs] = await Promise.all([loadWordTokenizer(read), readPairs(read, data)]);
  const classes = [...new Set(pairs.map(({ answer }) => answer))].sort();
  return classificationTask(tokenizer, classes, splitPairs(pairs, true));
}

async function readPairs(read: ReadText, data: string): Promise<readonly Item[]> {
  return readItems(await read(`${ownDataFolder}${data}`));
}
