import { createRandom } from "../../lib/random";
import type { Group, LoadedTask, TaskSetting } from "../task";
import { cellId, cellOf, cells } from "./cells";
import { askInstruction, drawCalled, drawInput, instructed } from "./documents";
import { itemOf, stringsTask } from "./loaded-task";
import { idsOf } from "./read-question";
import { letters } from "./rules";
import { opCode } from "./vocabulary";
import { instructionWords, plainWording, wordLists, wordsFor } from "./wordings";

const heldOutItems = 200;

/** One cell whose instruction is hidden: inputs and outputs alone. `pairs`: how many of them there are to learn from. */
export function loadHidden(
  { cell: id, pairs }: { readonly cell: string; readonly pairs: number },
  setting: TaskSetting,
): LoadedTask {
  const cell = cellOf(id);
  const others = cells.filter((other) => other !== cell);
  const random = createRandom(`strings/hidden/${id}/${setting.seed}`);
  const draw = (count: number, stream: string) => {
    const own = random.fork(stream);
    return Array.from({ length: count }, () => itemOf(instructed([], cell, drawInput(own))));
  };
  const train = draw(pairs, "train");
  const seen = new Set(train.map(({ input }) => input));
  const heldOut = draw(heldOutItems + 4 * pairs, "held-out")
    .filter(({ input }) => !seen.has(input))
    .slice(0, heldOutItems);
  const ofOthers = (
    name: string,
    write: (other: (typeof cells)[number]) => Group["items"][number],
  ): Group => ({
    id: name,
    items: Array.from({ length: heldOutItems }, () => write(random.pick(others))),
  });
  return stringsTask(setting, {
    items: (split) => (split === "train" ? train : heldOut),
    drawDocument: (stream) => instructed([], cell, inputOf(stream.pick(train).input)),
    groups: [
      ofOthers("others-called", (other) => itemOf(drawCalled(other, random))),
      ofOthers("others-instructed", (other) =>
        itemOf(instructed(wordsFor(other, plainWording), other, drawInput(random))),
      ),
    ],
    calledBy: opCode(cellId(cell)),
    search: {
      words: instructionWords,
      length: { min: 3, max: 3 },
      plain: wordsFor(cell, plainWording).join(" "),
      synonyms: (word) => wordLists.find((list) => list.includes(word)) ?? [word],
      propose: ({ input }) => idsOf(askInstruction(cell, inputOf(input))),
    },
    foreignInput: (_, stream) => drawInput(stream).join(" "),
  });
}

function inputOf(text: string): readonly string[] {
  return text.split(" ").filter((piece) => letters.includes(piece));
}
