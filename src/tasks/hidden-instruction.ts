import { cellId, cells } from "./strings/cells";
import { defineTask } from "./task";

/** One string task without its instruction: what to do can only be seen from pairs of input and output. */
export const hiddenInstruction = defineTask({
  id: "hidden-instruction",
  family: "strings",
  options: {
    cell: { kind: "choice", default: "113", choices: cells.map(cellId) },
    /** Pairs to learn from. */
    pairs: { kind: "integer", default: 128, min: 1, max: 1000 },
  },
  batch: 32,
  steps: 150,
  exact: true,
  seeded: true,
  samples: [
    { input: "c a f", answer: "[ g b d ]" },
    { input: "a b c", answer: "[ d c b ]" },
    { input: "h e d a", answer: "[ b e f a ]" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async (_, options, setting = { model: "decoder", seed: 0 }) =>
    (await import("./strings/load-hidden")).loadHidden(options, setting),
});
