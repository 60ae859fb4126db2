import { useTranslation } from "react-i18next";
import { ShareBars } from "../../charts/ShareBars";
import { promptFigures } from "../../claims/figures";
import { PromptNote } from "./PromptNote";
import { recordedShare } from "./recorded-share";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

/** The recorded results of a step that asks a frozen base, as still bars. */
export function PlainPrompt({ runs }: { readonly runs: readonly string[] }) {
  const { t } = useTranslation("lessons");
  const { figures } = useStep();
  const nameOf = useRunNames(runs);
  const recorded = runs.map((run) => promptFigures(figures, run));
  const first = recorded.find((one) => one !== undefined);
  if (!first) return null;
  const bars = recorded.map((one, i) => ({
    name: nameOf(runs[i]!),
    ...(one && { detail: one.prompt }),
    value: recordedShare(one),
  }));
  return (
    <>
      <ShareBars bars={bars} caption={t("prompt.title")} chance={first.measures.chance.mean} />
      <PromptNote recorded={recorded} />
    </>
  );
}
