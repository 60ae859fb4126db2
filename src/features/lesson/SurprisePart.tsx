import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "../../components/Segmented";
import { useNumbers } from "../../i18n/numbers";
import { QuestionInput } from "../../race-view/QuestionInput";
import styles from "./basics.module.css";
import { type BasicsPartProps, basicVerbs, onlyLetters } from "./basics-part";
import { ShareRows } from "./ShareRows";
import { useDescent } from "./use-descent";

/** How surprised the model is by each token of an answer that the learner writes. */
export function SurprisePart({ isOpen }: BasicsPartProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const [verb, setVerb] = useState<string>(basicVerbs[0].input);
  const [answer, setAnswer] = useState<string>(basicVerbs[0].answer);
  const id = useId();
  const choose = (input: string): void => {
    setVerb(input);
    setAnswer(basicVerbs.find((one) => one.input === input)?.answer ?? "");
  };
  const found = useDescent(isOpen, { input: verb, answer, steps: 0, rates: [0] })?.byRate[0];
  const tokens = [...`${answer}.`];
  return (
    <>
      <div className={styles.buttons}>
        <Segmented
          items={basicVerbs.map(({ input }) => ({ id: input, label: input }))}
          label={t("basics.verb")}
          value={verb}
          onChange={choose}
        />
      </div>
      <label className="field-label" htmlFor={id}>
        {t("basics.surprise.answer", { verb })}
      </label>
      <QuestionInput id={id} value={answer} onChange={(text) => setAnswer(onlyLetters(text))} />
      <p aria-hidden className={styles.heads}>
        <span>{t("basics.surprise.token")}</span>
        <span>{t("basics.surprise.chance")}</span>
        <span>{t("basics.surprise.loss")}</span>
      </p>
      <ShareRows
        label={t("basics.surprise.rows")}
        rows={tokens.map((name, i) => {
          const chance = found?.tokens[i]?.chance ?? null;
          return { name, share: chance, note: chance === null ? "–" : numbers.loss(-Math.log(chance)) };
        })}
      />
      <p aria-live="polite" className={styles.said}>
        {t("basics.surprise.mean", { loss: numbers.loss(found?.losses[0] ?? Number.NaN) })}
      </p>
    </>
  );
}
