/** A prompt experiment that cannot be made; `problem` is the i18n key of what to say. */
export class PromptError extends Error {
  override name = "PromptError";
  constructor(
    /**
     * no-prompts: the task is answered by a head that must be trained first. no-label-set: its answers are too many to be
     * flipped. no-other-labels: nothing may replace its labels. no-foreign-inputs: nobody said what is foreign to it.
     * no-procedure: it cannot be asked in this way. no-such-length: it has no questions of this length. no-search: there
     * are no words to search among. nothing-fits: no
     * question leaves room for an answer.
     */
    readonly problem:
      | "no-prompts"
      | "no-label-set"
      | "no-other-labels"
      | "no-foreign-inputs"
      | "no-procedure"
      | "no-search"
      | "no-such-length"
      | "nothing-fits",
    readonly task: string,
  ) {
    super(`task "${task}": ${words[problem]}`);
  }
}

const words = {
  "no-prompts": "it is answered by a new head, which must be trained first; a frozen base cannot be asked it",
  "no-label-set": "flipped labels need a task with a small set of answers",
  "no-other-labels": "no letters or words may replace its labels",
  "no-foreign-inputs": "it has no foreign inputs",
  "no-procedure": "it cannot be asked in this way: only chains of steps can be split or continued",
  "no-search": "there are no words to search among, or the model cannot be searched with",
  "no-such-length": "it has no questions of this length",
  "nothing-fits": "no question leaves room for an answer behind so many demonstrations",
} as const satisfies Record<PromptError["problem"], string>;
