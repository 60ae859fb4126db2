import { useState } from "react";
import { useTranslation } from "react-i18next";
import { methodAppearance } from "../../components/method-appearance";
import { MethodSource } from "../../race-view/MethodSource";
import styles from "./lesson-words.module.css";
import { useStep } from "./step-context";

/** One letter of the formula and the text by which its line is found in the source. */
export interface FormulaPart {
  readonly label: string;
  readonly text: string;
}

/** "A:const a = |B:const b = " -> labels and texts. */
export function readParts(parts: string): readonly FormulaPart[] {
  return parts
    .split("|")
    .filter(Boolean)
    .map((part) => {
      const cut = part.indexOf(":");
      return { label: part.slice(0, cut), text: part.slice(cut + 1) };
    });
}

/** The source of a method, folded up; the letters of the formula lead to their lines. */
export function Code({ method, parts = "" }: { readonly method: string; readonly parts?: string }) {
  const { t } = useTranslation("lessons");
  const { mode } = useStep();
  const [marked, setMarked] = useState<string | null>(null);
  if (mode === "plain") return null;
  return (
    <details
      className={styles.codePane}
      style={{ "--lane": methodAppearance(method).color } as React.CSSProperties}
    >
      <summary>{t("code.open", { file: `${method}.ts` })}</summary>
      {parts !== "" && (
        <fieldset aria-label={t("code.parts")} className={styles.codeParts}>
          {readParts(parts).map(({ label, text }) => (
            <button
              key={label}
              aria-pressed={marked === text}
              type="button"
              onClick={() => setMarked(marked === text ? null : text)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <MethodSource isLow id={method} {...(marked ? { marked } : {})} />
    </details>
  );
}
