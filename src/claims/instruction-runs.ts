import type { RaceRun, SearchRun } from "./run";

/** Instruction tuning of the whole decoder. What is tuned on differs from run to run. */
export function instructed(taskOptions: NonNullable<RaceRun["taskOptions"]>) {
  return {
    base: "strings-micro",
    task: "instructions",
    method: "full",
    learningRate: 1e-3,
    taskOptions,
  } as const satisfies RaceRun;
}

/** A cell that no instruction tuning trains, to be learned from pairs alone. */
export function hidden<const M extends RaceRun["method"]>(method: M, cell: string) {
  const isPrompt = method === "prompt-tuning";
  return {
    base: "strings-micro",
    task: "hidden-instruction",
    method,
    learningRate: isPrompt ? 0.1 : 1e-3,
    ...(isPrompt && { options: { length: 1 } }),
    taskOptions: { cell },
  } as const satisfies RaceRun;
}

/** The cells that no instruction tuning trains. */
const heldOut = [
  ...["001", "010", "023", "032", "100", "113", "122", "131"],
  ...["203", "212", "221", "230", "302", "311", "320", "333"],
] as const;

/** Searches for the instruction of every held-out cell. */
export const searches = {
  kind: "search",
  base: "strings-instructed",
  task: "hidden-instruction",
  over: { option: "cell", values: heldOut },
} as const satisfies SearchRun;
