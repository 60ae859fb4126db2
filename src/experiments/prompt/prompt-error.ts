/** A prompt experiment that cannot be made; `problem` is the i18n key of what to say. */
export class PromptError extends Error {
  override name = "PromptError";
  constructor(
    /**
     * no-prompts: the task is answered by a head that must be trained first. no-label-set: its answers are too many to be
     * flipped. no-foreign-inputs: it has no inputs that are foreign to it. nothing-fits: no question leaves room for an answer.
     */
    readonly problem: "no-prompts" | "no-label-set" | "no-foreign-inputs" | "nothing-fits",
    readonly task: string,
  ) {
    super(`task "${task}": ${words[problem]}`);
  }
}

const words = {
  "no-prompts": "it is answered by a new head, which must be trained first; a frozen base cannot be asked it",
  "no-label-set": "flipped labels need a task with a small set of answers",
  "no-foreign-inputs": "it has no foreign inputs",
  "nothing-fits": "no question leaves room for an answer behind so many demonstrations",
} as const satisfies Record<PromptError["problem"], string>;
