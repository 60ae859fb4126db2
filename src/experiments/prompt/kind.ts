import type { ExperimentKind } from "../kind";
import { rowsAtOnce } from "./answers-at-once";
import { promptSchema } from "./prompt-schema";
import type { PromptSpec } from "./prompt-spec";

/** A frozen model under variants of the prompt. */
export const promptKind: ExperimentKind<"prompt", PromptSpec> = {
  kind: "prompt",
  schema: promptSchema,
  needs: ({ base, from, task, variants }) => {
    const steps = variants.map(({ decode }) => ({ sequences: rowsAtOnce(decode), inFront: 0 }));
    return { base, from, task, memory: { steps, trained: 0 } };
  },
};
