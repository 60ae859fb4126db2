import type { LinkIssue } from "../experiments/link-parts";
import type { PromptFinding, PromptLook } from "../experiments/prompt/look";
import type { PromptProgress } from "../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { Result } from "../worker/api";
import type { LoopProgress } from "./loop-progress";

/** What the page sees of a prompt experiment, and what it can do. */
export interface PromptExperiment extends LoopProgress {
  /** What is asked for. The open experiment follows it. */
  readonly draft: PromptSpec;
  /** What was scored so far; null until the experiment is open. */
  readonly progress: PromptProgress | null;
  readonly linkIssues: readonly LinkIssue[];
  configure(draft: PromptSpec): void;
  /** Sets up what a link says, at rest. */
  followLink(query: string): void;
  open(): Promise<void>;
  play(): void;
  pause(): void;
  /** One chunk of questions of one variant. */
  stepOnce(): void;
  /** Forgets all answers and starts again, at rest. */
  reset(): Promise<void>;
  /** Looks at one prompt with the base that is open: what comes next, what is read, what is written. */
  look(question: PromptLook): Promise<Result<PromptFinding>>;
  /** A page shows the experiment, until the function it gets back is called. */
  attend(): () => void;
}
