import type { ExperimentKind } from "../kind";
import { rowsAtOnce } from "./answers-at-once";
import { otherModels } from "./asked-model";
import { promptSchema } from "./prompt-schema";
import type { PromptSpec } from "./prompt-spec";

/** A frozen model under variants of the prompt. */
export const promptKind: ExperimentKind<"prompt", PromptSpec> = {
  kind: "prompt",
  schema: promptSchema,
  needs: (spec) => {
    const { base, from, task, variants } = spec;
    const steps = variants.map(({ decode }) => ({ sequences: rowsAtOnce(decode), inFront: 0 }));
    return { base, from, others: otherModels(spec), task, memory: { steps, trained: 0 } };
  },
};
