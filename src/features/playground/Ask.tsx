import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { QuestionInput } from "../../race-view/QuestionInput";
import { useRace } from "../../race-view/use-race";
import { pairsOf } from "../../state/own-data";
import { findTask } from "../../tasks/index";
import styles from "./answers.module.css";
import { useRacedData } from "./use-own-data-sets";

/** The learner's own question. What is said about it has its room from the start. */
export function Ask() {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const numbers = useNumbers();
  const question = useRace((race) => race.question);
  const ready = useRace((race) => race.info !== null);
  const task = useRace((race) => race.draft.task);
  const ask = useRace((race) => race.ask);
  const [input, setInput] = useState(question.input);
  const raced = useRacedData();
  const example = raced ? (pairsOf(raced)[0]?.input ?? "") : (findTask(task)?.samples[1].input ?? "");

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask(input);
  };
  const said =
    question.status === "failed" && question.failure
      ? failureText(question.failure, t, words)
      : question.status === "answered"
        ? t("ask.answered", { step: numbers.count(question.step) })
        : t("ask.hint");
  return (
    <form className={styles.ask} onSubmit={submit}>
      <label className={styles.askLabel} htmlFor="ask-input">
        {t("ask.label")}
      </label>
      <QuestionInput
        id="ask-input"
        placeholder={t("ask.placeholder", { example })}
        value={input}
        onChange={setInput}
      />
      <Button isDisabled={!ready} type="submit">
        {t("ask.send")}
      </Button>
      <p
        className={question.status === "failed" ? `${styles.askSaid} ${styles.askFailed}` : styles.askSaid}
        role="status"
      >
        {said}
      </p>
    </form>
  );
}
