import { createContext, type ReactNode, useContext, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./check.module.css";
import { useStep } from "./step-context";

interface Children {
  readonly children?: ReactNode;
}

/** How an answer is told from the others of its question. */
interface Choice {
  readonly group: string;
  readonly chosen: string | null;
  choose(answer: string, isRight: boolean): void;
}

const CheckContext = createContext<Choice | null>(null);

/** A question at the end of a lesson that its text has answered: one of some <Answer>s, judged at once. */
export function Check({ children }: Children) {
  const { t } = useTranslation("lessons");
  const { mode } = useStep();
  const group = useId();
  const [choice, setChoice] = useState<{ readonly answer: string; readonly isRight: boolean } | null>(null);
  const choose = (answer: string, isRight: boolean): void => setChoice({ answer, isRight });
  return (
    <fieldset aria-label={t("check.title")} className={styles.check}>
      <CheckContext value={{ group, chosen: choice?.answer ?? null, choose }}>{children}</CheckContext>
      {mode === "live" && (
        <p aria-live="polite" className={styles.said} data-right={choice?.isRight}>
          {choice && t(choice.isRight ? "check.right" : "check.wrong")}
        </p>
      )}
    </fieldset>
  );
}

/** One answer to a <Check>. */
export function Answer({ right = false, children }: Children & { readonly right?: boolean }) {
  const { mode } = useStep();
  const check = useContext(CheckContext);
  const id = useId();
  if (!check) throw new Error("only inside a <Check>");
  if (mode === "plain")
    return (
      <span className={styles.printed} data-right={right}>
        {children}
      </span>
    );
  const isChosen = check.chosen === id;
  return (
    <label className={styles.answer} data-right={isChosen ? right : undefined}>
      <input
        checked={isChosen}
        name={check.group}
        type="radio"
        value={id}
        onChange={() => check.choose(id, right)}
      />
      <span>{children}</span>
    </label>
  );
}
