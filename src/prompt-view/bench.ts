import type { TaskId } from "../tasks/index";

/** What a bench, where a learner tries one prompt, is given. */
export interface BenchProps {
  /** What the base is asked. */
  readonly task: TaskId;
  /** The base is open: it can be asked. */
  readonly isReady: boolean;
}

/** One answer, the likeliest token each time. */
export const greedy = { temperature: 0, topK: 0, samples: 1, vote: false } as const;
