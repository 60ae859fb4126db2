import { useTranslation } from "react-i18next";
import { LoopCover } from "../race-view/LoopCover";
import { ExamplesTable } from "./ExamplesTable";
import styles from "./OpenScores.module.css";
import { PromptTransport } from "./PromptTransport";
import { usePrompt } from "./use-prompt";
import { usePromptDrive } from "./use-prompt-drive";
import { useVariantName } from "./use-variant-name";
import { VariantScores } from "./VariantScores";

export interface OpenScoresProps {
  /** true: without the buttons; the page around drives it. */
  readonly hidesTransport?: boolean;
}

/** The variants of the open experiment with their scores, the buttons that ask them, and the first questions in words. */
export function OpenScores({ hidesTransport = false }: OpenScoresProps) {
  const { t } = useTranslation("prompt");
  const nameOf = useVariantName();
  const drive = usePromptDrive();
  const draft = usePrompt((prompt) => prompt.draft);
  const progress = usePrompt((prompt) => prompt.progress);
  const phase = usePrompt((prompt) => prompt.phase);
  const loading = usePrompt((prompt) => prompt.loading);
  const failure = usePrompt((prompt) => prompt.failure);
  const reset = usePrompt((prompt) => prompt.reset);
  const info = progress?.info;
  const variants = draft.variants.map((variant, i) => ({
    key: String(i),
    name: nameOf(variant),
    score: progress?.variants[i] ?? null,
  }));
  const questions = info?.questions ?? draft.items;
  const isOnItsWay = phase !== "done" && variants.some(({ score }) => (score?.of ?? 0) > 0);
  return (
    <div className={styles.scores}>
      {!hidesTransport && <PromptTransport drive={drive} isOnItsWay={isOnItsWay} questions={questions} />}
      <VariantScores
        caption={t("scores.caption", { count: questions })}
        chance={info?.chance ?? 0}
        isRunning={phase === "running"}
        questions={questions}
        variants={variants}
      />
      <details className={styles.examples}>
        <summary>{t("examples.title")}</summary>
        <ExamplesTable task={draft.task.id} variants={variants} />
      </details>
      <LoopCover progress={{ phase, loading, failure }} onAgain={() => void reset()} />
    </div>
  );
}
