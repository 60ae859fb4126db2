import type { ReadText } from "../task";
import { framedCheck } from "./framed-pairs";
import { charactersFrame, type LoadFrame, lettersFrame } from "./frames";
import { labelsCheck } from "./labelled-texts";
import type { OwnTaskId } from "./own-task-ids";
import type { PairCheck } from "./pair-check";

/** The check of a task. `read` fetches the vocabulary. */
export function loadPairCheck(task: OwnTaskId, read: ReadText): Promise<PairCheck> {
  return checks[task](read);
}

const framed = (load: LoadFrame) => async (read: ReadText) => framedCheck(await load(read));

const checks: Readonly<Record<OwnTaskId, (read: ReadText) => Promise<PairCheck>>> = {
  "own-letters": framed(lettersFrame),
  "own-characters": framed(charactersFrame),
  "own-labels": labelsCheck,
};
