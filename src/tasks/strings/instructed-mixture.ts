import { createRandom, type Random } from "../../lib/random";
import { type Cell, cellOf, trainingOrder } from "./cells";
import { drawInput, drawPretraining, instructed, reversed, type StringDocument } from "./documents";
import { type Wording, wordingsOf, wordsFor } from "./wordings";

/** What a model is tuned on to follow instructions. */
export interface InstructionMixture {
  readonly cells: readonly Cell[];
  readonly wordings: readonly Wording[];
  /** Whether the instruction is written; without it the field is blank. */
  readonly isInstructed: boolean;
  /** Share of the documents that are pretraining documents: replay, against forgetting. */
  readonly replay: number;
  /** Share of the documents that ask for the instruction. */
  readonly reversed: number;
}

/** The first cells and wordings of a seed. `chosen`: the cells that may be among them. */
export function firstOf(
  seed: number,
  count: number,
  wordings: number,
  chosen?: readonly Cell[],
): Pick<InstructionMixture, "cells" | "wordings"> {
  const order = trainingOrder(createRandom(`strings/cells/${seed}`));
  const allowed = chosen ? order.filter((cell) => chosen.includes(cell)) : order;
  return { cells: allowed.slice(0, count), wordings: wordingsOf(seed).seen.slice(0, wordings) };
}

/** What a model is tuned on: see the options of the task (tasks/instructions.ts). */
export interface InstructionOptions {
  readonly tasks: number;
  readonly cells: readonly string[];
  readonly wordings: number;
  readonly instruction: boolean;
  readonly replay: number;
}

/** The mixture that the options of the task ask for. */
export function mixtureOf(options: InstructionOptions, seed: number): InstructionMixture {
  const { tasks, cells, wordings, instruction, replay } = options;
  const chosen = firstOf(seed, tasks, wordings, cells.map(cellOf));
  return { ...chosen, isInstructed: instruction, replay, reversed: 0 };
}

/** A random document of a mixture. */
export function drawInstructed(
  { cells, wordings, isInstructed, replay, reversed: share }: InstructionMixture,
  random: Random,
): StringDocument {
  const kind = random.next();
  if (kind < replay) return drawPretraining(random);
  const [cell, wording, input] = [random.pick(cells), random.pick(wordings), drawInput(random)];
  if (kind < replay + share) return reversed(cell, input, wording);
  return instructed(isInstructed ? wordsFor(cell, wording) : [], cell, input);
}
