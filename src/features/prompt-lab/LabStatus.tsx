import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { useIsPromptOpen } from "../../prompt-view/use-look";
import { usePrompt } from "../../prompt-view/use-prompt";
import styles from "./lab-status.module.css";
import { PretrainingCost } from "./PretrainingCost";

/** Whether the base can be asked: how far it is loaded, or that it could not be. The reason is said with the scores. */
export function LabStatus() {
  const { t } = useTranslation(["lab", "playground"]);
  const numbers = useNumbers();
  const phase = usePrompt((prompt) => prompt.phase);
  const loading = usePrompt((prompt) => prompt.loading);
  const isOpen = useIsPromptOpen();
  const card = usePrompt(({ progress }) => progress?.info.card ?? null);
  const share = numbers.score(loading.share);
  return (
    <p className={`${styles.status} ${phase === "failed" ? "wrong-answer" : "soft"} small`}>
      {/* Not read out: it changes several times a second. */}
      {phase === "loading" && t(`playground:stage.loading.${loading.what}`, { share })}
      <span role="status">
        {phase === "failed" && t("lab:status.failed")}
        {(phase === "paused" || phase === "done") && t("lab:status.ready")}
        {phase === "running" && t("lab:status.running")}
      </span>{" "}
      {isOpen && card && <PretrainingCost card={card} />}
    </p>
  );
}
