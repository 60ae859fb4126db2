import type { allPapers } from "../../lib/find-paper";
import type { ReasonId } from "./rules";

/** A published source, and the place in it where that is known. */
export interface Citation {
  readonly paper: keyof typeof allPapers;
  readonly where?: string;
}

/** Where the figures of a reason come from. */
export const reasonSources: Readonly<Record<ReasonId, readonly Citation[]>> = {
  readsOnly: [],
  fewExamples: [],
  fewShotTuning: [{ paper: "ia3", where: "T0-3B" }],
  noRoom: [],
  learnsLess: [{ paper: "biderman", where: "abstract" }],
  lowData: [{ paper: "lora", where: "Table 16" }],
  encoders: [{ paper: "lora", where: "Table 2" }],
  smallFile: [{ paper: "peft-bench", where: "MetaMathQA" }],
  copies: [],
  forgetsLess: [{ paper: "biderman", where: "abstract" }],
  sameQuality: [{ paper: "peft-bench", where: "MetaMathQA" }],
  allMatrices: [{ paper: "peft-bench", where: "MetaMathQA" }],
  merged: [{ paper: "lora", where: "Table 1" }],
  unmerged: [{ paper: "lora", where: "§4.2" }],
  quantized: [{ paper: "qlora", where: "abstract" }],
};
