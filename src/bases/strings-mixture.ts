import { createRandom, type Random } from "../lib/random";
import { type Cell, heldOutCells, trainableCells } from "../tasks/strings/cells";
import { drawCalled, drawPretraining, type StringDocument } from "../tasks/strings/documents";
import { encodeStrings, type StringsModel } from "../tasks/strings/encode-document";
import { drawInstructed, firstOf } from "../tasks/strings/instructed-mixture";
import { stringsTokenizer } from "../tasks/strings/vocabulary";
import type { LoadedCorpus, Probe } from "./base";

/** What a checkpoint was trained on last: op-codes, or on top of that instructions. */
export type StringsStage = "pretraining" | "instructions";

/** Wordings that the instructed model is tuned on, and the share of documents that ask it for an instruction. */
const instructedOn = { wordings: 3, reversed: 0.25 } as const;

/** What the strings models are trained on. `seed`: of the recipe; it decides the wordings that are trained. */
export function stringsMixture(model: StringsModel, stage: StringsStage, seed: number): LoadedCorpus {
  const draw = stage === "pretraining" ? drawPretraining : instructedDocuments(seed);
  const probe = (id: string, cells: readonly Cell[]): Probe => {
    const random = createRandom(`probe/strings/${id}`);
    // Every cell equally often.
    const examples = Array.from({ length: 64 }, (_, i) =>
      encodeStrings(drawCalled(cells[i % cells.length]!, random), model),
    );
    return { id, examples };
  };
  return {
    tokenizer: stringsTokenizer,
    // Every document is drawn afresh, so held-out ones differ from those of training by their seeds.
    draw: (_, random) => encodeStrings(draw(random), model),
    probes: [probe("called", trainableCells), probe("called-held-out", heldOutCells)],
  };
}

function instructedDocuments(seed: number): (random: Random) => StringDocument {
  const chosen = firstOf(seed, trainableCells.length, instructedOn.wordings);
  const mixture = { ...chosen, isInstructed: true, replay: 0, reversed: instructedOn.reversed };
  return (random) => drawInstructed(mixture, random);
}
