import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { QuestionInput } from "../../race-view/QuestionInput";
import styles from "./basics.module.css";
import { type BasicsPartProps, onlyLetters } from "./basics-part";
import { TokenChips } from "./TokenChips";
import { useDescent } from "./use-descent";

/** A typed word as the model reads it: token by token, each a place in its vocabulary. */
export function TokensPart({ isOpen }: BasicsPartProps) {
  const { t } = useTranslation("lessons");
  const [input, setInput] = useState("walk");
  const id = useId();
  const found = useDescent(isOpen && input !== "", { input, answer: "", steps: 0, rates: [] });
  // Every character is a token: the ids come when the model has read them.
  const texts = [...`?${input}=`];
  const chips = texts.map((text, i) => ({
    text,
    note: String(found?.prompt[i]?.id ?? "–"),
    kind: "question" as const,
  }));
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {t("basics.tokens.type")}
      </label>
      <QuestionInput id={id} value={input} onChange={(text) => setInput(onlyLetters(text))} />
      <TokenChips chips={chips} label={t("basics.tokens.chips")} />
      <p aria-live="polite" className={styles.said}>
        {t("basics.tokens.count", { count: texts.length })}
      </p>
      <p className="soft small">{t("basics.tokens.note")}</p>
    </>
  );
}
