import { createRandom } from "../../lib/random";
import type { Group, LoadedTask, TaskSetting } from "../task";
import { type Cell, cellId, cells, heldOutCells } from "./cells";
import { drawInput, instructed } from "./documents";
import { drawInstructed, type InstructionOptions, mixtureOf } from "./instructed-mixture";
import { itemOf, stringsTask } from "./loaded-task";
import { type Wording, wordingsOf, wordsFor } from "./wordings";

/** Questions of each cell: as many in the held-out set, fewer in the cube. */
const heldOutPerCell = 20;
const cubePerCell = 8;
const trainItems = 320;

/** Instruction tuning on some cells, asked about the cells that no one may train. The seed decides order and wordings. */
export function loadInstructions(options: InstructionOptions, setting: TaskSetting): LoadedTask {
  const { seed } = setting;
  const mixture = mixtureOf(options, seed);
  const group = (id: string, asked: readonly Cell[], wordings: readonly Wording[], each: number): Group => {
    const random = createRandom(`strings/asked/${id}/${seed}`);
    const items = asked.flatMap((cell) =>
      Array.from({ length: each }, () =>
        itemOf(instructed(wordsFor(cell, random.pick(wordings)), cell, drawInput(random))),
      ),
    );
    return { id, items };
  };
  const { wordings } = mixture;
  const heldOut = group("held-out", heldOutCells, wordings, heldOutPerCell);
  const trained = group("trained", mixture.cells, wordings, Math.ceil(trainItems / mixture.cells.length));
  return stringsTask(setting, {
    items: (split) => (split === "train" ? trained : heldOut).items,
    drawDocument: (random) => drawInstructed(mixture, random),
    groups: [
      ...cells.map((cell) => group(cellId(cell), [cell], wordings, cubePerCell)),
      trained,
      group("new-wording", heldOutCells, wordingsOf(seed).unseen, heldOutPerCell),
    ],
    foreignInput: (_, random) => drawInput(random).join(" "),
  });
}
