import type { Bench } from "../../lessons/lesson";
import { LabelsBench } from "../../prompt-view/LabelsBench";
import { PhraseBench } from "../../prompt-view/PhraseBench";
import { SplitBench } from "../../prompt-view/SplitBench";
import { StepsBench } from "../../prompt-view/StepsBench";
import { useIsPromptOpen } from "../../prompt-view/use-look";
import { usePrompt } from "../../prompt-view/use-prompt";
import { VotesBench } from "../../prompt-view/VotesBench";
import { InstructionBench } from "./InstructionBench";
import type { PromptStep } from "./prompt-step-context";
import { SearchBench } from "./SearchBench";
import { looksAlike } from "./use-step-prompts";

/** What the learner tries on one prompt, with the base of the first experiment of the step. */
export function StepBench({ bench, asked }: { readonly bench: Bench; readonly asked: PromptStep }) {
  const draft = usePrompt((prompt) => prompt.draft);
  const isOpen = useIsPromptOpen();
  const task = asked.first.task.id;
  const isReady = isOpen && asked.isOurs && looksAlike(draft, asked.first);
  switch (bench) {
    case "labels":
      return <LabelsBench isReady={isReady} task={task} />;
    case "steps":
      return <StepsBench isReady={isReady} task={task} />;
    case "phrase":
      return <PhraseBench isReady={isReady} task={task} />;
    case "votes":
      return <VotesBench isReady={isReady} task={task} />;
    case "split":
      return <SplitBench isReady={isReady} task={task} />;
    case "instruction":
      return <InstructionBench isReady={isReady} />;
    case "instruction-search":
      return <SearchBench isReady={isReady} of="instruction" />;
    case "phrase-search":
      return <SearchBench isReady={isReady} of="phrase" />;
    default:
      return bench satisfies never;
  }
}
