import { useTranslation } from "react-i18next";
import type { PromptFigures } from "../../claims/figures";
import { seedCount } from "./measured-text";
import { SeedNote } from "./SeedNote";
import { useStep } from "./step-context";

/** How many questions were asked, over how many seeds and what differs between them, and whether the recorded results wait for a guess. */
export function PromptNote({ recorded }: { readonly recorded: readonly (PromptFigures | undefined)[] }) {
  const { t } = useTranslation("lessons");
  const { isAnswered } = useStep();
  const first = recorded.find((one) => one !== undefined);
  if (!first) return null;
  // An untrained base is the same for every seed: beside pretrained ones it needs no words.
  const pretrained = recorded.filter((one) => one?.spec.from !== "untrained");
  const told = pretrained.length > 0 ? pretrained : recorded;
  return (
    <p className="soft">
      {t("prompt.note", { count: first.questions, seeds: seedCount(recorded) })} <SeedNote runs={told} />
      {!isAnswered && t("prompt.hidden")}
    </p>
  );
}
