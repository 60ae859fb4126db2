import { useId } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../../prompt-view/tokens-of";
import { mostTyped } from "../../state/lab-link";
import type { ComposerProps } from "./composer-props";
import styles from "./lab-prompt-field.module.css";
import { mostTokens, problemOf } from "./read-prompt";

/** The whole prompt as the model reads it, to be typed freely; says what in it cannot be read, and what to do. */
export function PromptField({ prompt, onPrompt }: ComposerProps) {
  const { t } = useTranslation("lab");
  const id = useId();
  const problem = problemOf(prompt);
  const count = wordsOf(prompt).length;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className="field-label" htmlFor={id}>
          {t("prompt.label")}
        </label>
        <span className="soft small tabular">{t("prompt.count", { count, most: mostTokens })}</span>
      </div>
      <textarea
        aria-describedby={`${id}-problem`}
        aria-invalid={problem !== null}
        autoCapitalize="off"
        autoComplete="off"
        id={id}
        maxLength={mostTyped}
        rows={4}
        spellCheck={false}
        value={prompt}
        onChange={({ target }) => onPrompt(target.value)}
      />
      <p className={problem ? "wrong-answer" : "soft small"} id={`${id}-problem`} role="status">
        {problem === null && t("prompt.hint")}
        {problem?.kind === "empty" && t("prompt.empty")}
        {problem?.kind === "unknown" &&
          t("prompt.unknown", { count: problem.words.length, words: problem.words.join(" ") })}
        {problem?.kind === "too-long" && t("prompt.tooLong", { count: problem.over, most: mostTokens })}
      </p>
    </div>
  );
}
