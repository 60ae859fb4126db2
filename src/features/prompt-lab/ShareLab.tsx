import { usePrompt } from "../../prompt-view/use-prompt";
import { ShareButton } from "../../race-view/ShareButton";
import { labPlace } from "../../state/lab";
import { useLab } from "./use-lab";

/** The lab as it is, for others: a link, or its figure in a page of theirs. */
export function ShareLab() {
  const prompts = useLab((lab) => lab.prompts);
  const spec = usePrompt(({ draft }) => draft);
  const place = labPlace({ prompts }, spec);
  return <ShareButton figure={place.replace("/prompt-lab", "/embed/prompt")} kind="prompt" place={place} />;
}
