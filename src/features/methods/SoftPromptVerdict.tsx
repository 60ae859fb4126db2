import { useTranslation } from "react-i18next";
import type { Base } from "../../bases/base";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { parseOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import type { SoftPromptAnswer } from "./soft-prompts";

export interface SoftPromptVerdictProps {
  readonly answer: SoftPromptAnswer;
  /** The base whose numbers are counted. */
  readonly base: Base;
  readonly color: string;
}

/** What the three switches make: its name, why, what HF PEFT calls it, and the count here. */
export function SoftPromptVerdict({ answer, base, color }: SoftPromptVerdictProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const numbers = useNumbers();
  const counted = answer.methods.flatMap(({ id, options }) => {
    const method = findMethod(id);
    return method ? [{ id, count: method.count(base.config, parseOptions(method.options, options)) }] : [];
  });
  return (
    <div aria-live="polite">
      <h3 style={{ borderColor: color }}>{t(`soft.verdicts.${answer.verdict}.title`)}</h3>
      <p>{t(`soft.verdicts.${answer.verdict}.text`)}</p>
      {answer.methods.length > 0 && (
        <p className="small">
          <span className="soft">{t("soft.peft")}</span>{" "}
          {answer.peft === null ? t("soft.peftNone") : <code>{answer.peft}</code>}
        </p>
      )}
      {counted.map(({ id, count }) => (
        <p key={id} className="small">
          {t("soft.count", {
            method: words.method(id).name,
            trained: numbers.count(count.trained),
            kept: numbers.count(count.kept),
          })}
        </p>
      ))}
    </div>
  );
}
