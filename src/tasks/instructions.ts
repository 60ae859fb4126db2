import { cellId, trainableCells } from "./strings/cells";
import { defineTask } from "./task";

/** Most wordings of a training set; there are more, but some are only asked (strings/wordings.ts). */
const mostWordings = 27;

/** Instruction tuning (Wei et al. 2021, FLAN): tuned on some tasks in words, asked others that it never saw in words. */
export const instructions = defineTask({
  id: "instructions",
  family: "strings",
  options: {
    /** How many of the chosen cells are trained: the first ones, in the order of the seed. */
    tasks: { kind: "integer", default: 48, min: 1, max: 48 },
    cells: { kind: "set", default: trainableCells.map(cellId), choices: trainableCells.map(cellId) },
    wordings: { kind: "integer", default: 3, min: 1, max: mostWordings },
    /** Without it the model sees inputs and outputs alone. */
    instruction: { kind: "switch", default: true },
    /** Share of pretraining examples mixed in. */
    replay: { kind: "number", default: 0, min: 0, max: 0.9 },
  },
  batch: 64,
  steps: 400,
  exact: true,
  seeded: true,
  samples: [
    { input: "backwards next plain c a f", answer: "g b d" },
    { input: "keep same doubled b e d", answer: "b b e e d d" },
    { input: "rotate same capitals h a g", answer: "A G H" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async (_, options, setting = { model: "decoder", seed: 0 }) =>
    (await import("./strings/load-instructions")).loadInstructions(options, setting),
});
