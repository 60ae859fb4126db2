import * as z from "zod/mini";
import { create } from "zustand";
import { readStored, writeStored } from "./storage";

/** Where the progress lies in localStorage. */
export const progressKey = "tuning-playground.lessons";

const schema = z.record(
  z.string(),
  z.object({ seen: z.array(z.string()), steps: z.int().check(z.minimum(1)), last: z.string() }),
);

/** By lesson: the steps that were looked at, how many there are, and the one looked at last. */
export type Progress = Readonly<z.infer<typeof schema>>;

export interface ProgressStore {
  readonly progress: Progress;
  /** Notes that a step is looked at. */
  visit(lesson: string, step: string, steps: number): void;
}

/** Reads what was stored; nothing where it is spoilt. */
export function parseProgress(stored: string | null): Progress {
  try {
    return z.catch(schema, {}).parse(JSON.parse(stored ?? "{}"));
  } catch {
    return {};
  }
}

/** How far the learner has come, kept in this browser. */
export const useProgress = create<ProgressStore>()((set, get) => ({
  progress: {},
  visit(lesson, step, steps) {
    const { progress } = get();
    const former = progress[lesson]?.seen ?? [];
    if (former.includes(step) && progress[lesson]?.last === step && progress[lesson].steps === steps) return;
    const seen = former.includes(step) ? former : [...former, step];
    const changed = { ...progress, [lesson]: { seen, steps, last: step } };
    set({ progress: changed });
    writeStored(progressKey, changed);
  },
}));
// After its start, so that a page drawn while building and its first drawing here agree: nothing was looked at.
useProgress.setState({ progress: parseProgress(readStored(progressKey)) });
