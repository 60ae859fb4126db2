import { PromptLab } from "../features/prompt-lab/PromptLab";
import { PromptProvider } from "../prompt-view/PromptProvider";
import { lab, labPrompt } from "./lab";

/** The lab with its stores, which outlive the page. */
export function PromptLabPage() {
  return (
    <PromptProvider experiment={labPrompt}>
      <PromptLab lab={lab} />
    </PromptProvider>
  );
}
