import type { Bench } from "../../lessons/lesson";
import { LabelsBench } from "../../prompt-view/LabelsBench";
import { PhraseBench } from "../../prompt-view/PhraseBench";
import { SplitBench } from "../../prompt-view/SplitBench";
import { StepsBench } from "../../prompt-view/StepsBench";
import { useIsPromptOpen } from "../../prompt-view/use-look";
import { usePrompt } from "../../prompt-view/use-prompt";
import { VotesBench } from "../../prompt-view/VotesBench";
import type { PromptStep } from "./prompt-step-context";
import { looksAlike } from "./use-step-prompts";

/** What the learner tries on one prompt, with the base of the first experiment of the step. */
export function StepBench({ bench, asked }: { readonly bench: Bench; readonly asked: PromptStep }) {
  const draft = usePrompt((prompt) => prompt.draft);
  const isOpen = useIsPromptOpen();
  const Bench = benches[bench];
  return (
    <Bench isReady={isOpen && asked.isOurs && looksAlike(draft, asked.first)} task={asked.first.task.id} />
  );
}

const benches = {
  labels: LabelsBench,
  steps: StepsBench,
  phrase: PhraseBench,
  votes: VotesBench,
  split: SplitBench,
} as const satisfies Readonly<Record<Bench, unknown>>;
