import { Dices, Minus, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { NumberField } from "../../components/NumberField";
import { Segmented } from "../../components/Segmented";
import { type Order, type Question, solve } from "../../tasks/reader/arithmetic";
import {
  type AskedPrompt,
  longer,
  mostSteps,
  randomQuestion,
  readAsked,
  signs,
  withQuestion,
  writeAsked,
} from "./asked-prompt";
import type { ComposerProps } from "./composer-props";
import { freshSeed } from "./fresh-seed";
import styles from "./lab-question.module.css";
import { PhrasePicker } from "./PhrasePicker";
import { QuestionSteps } from "./QuestionSteps";
import { signNames } from "./sign-names";

/** Builds a prompt from a question, a trigger phrase, and the sign that asks for the answer or for steps. */
export function QuestionComposer({ order, prompt, onPrompt }: ComposerProps & { readonly order: Order }) {
  const { t } = useTranslation("lab");
  const read = readAsked(prompt);
  const asked = read?.question.order === order ? read : null;
  const [count, setCount] = useState(asked?.question.steps.length ?? 3);
  const write = (change: Partial<AskedPrompt>): void => {
    if (asked) onPrompt(writeAsked({ ...asked, ...change }));
  };
  const ask = (question: Question): void =>
    onPrompt(writeAsked(withQuestion(asked ?? { question, phrase: [], sign: ":", rest: [] }, question)));
  return (
    <div className={styles.composer}>
      <div className={styles.head}>
        <h3>{t(`questions.${order}`)}</h3>
        <p className="soft small">{t(`questions.${order}Hint`)}</p>
      </div>
      {asked ? (
        <>
          <QuestionSteps question={asked.question} onChange={ask} />
          <div className={styles.row}>
            <Button
              icon={<Plus aria-hidden size={15} />}
              isDisabled={asked.question.steps.length >= mostSteps}
              onPress={() => ask(longer(asked.question))}
            >
              {t("questions.longer")}
            </Button>
            <Button
              icon={<Minus aria-hidden size={15} />}
              isDisabled={asked.question.steps.length <= 1}
              onPress={() => ask({ ...asked.question, steps: asked.question.steps.slice(0, -1) })}
            >
              {t("questions.shorter")}
            </Button>
            <span className="soft">{t("questions.answer", { answer: solve(asked.question) })}</span>
          </div>
        </>
      ) : (
        <p className="wrong-answer">{t(`questions.${order}Missing`)}</p>
      )}
      <div className={styles.row}>
        <NumberField
          label={t("questions.length")}
          max={mostSteps}
          min={1}
          value={count}
          variant="field"
          onChange={setCount}
        />
        <Button
          icon={<Dices aria-hidden size={15} />}
          onPress={() => ask(randomQuestion(order, count, freshSeed()))}
        >
          {t("randomQuestion")}
        </Button>
      </div>
      {asked && (
        <>
          <PhrasePicker phrase={asked.phrase} onChange={(phrase) => write({ phrase, rest: [] })} />
          <div>
            <p aria-hidden className="field-label">
              {t("signs.title")}
            </p>
            <Segmented
              items={signs.map((id) => ({ id, label: t(`signs.${signNames[id]}`) }))}
              label={t("signs.title")}
              value={asked.sign}
              onChange={(sign) => write({ sign, rest: [] })}
            />
          </div>
        </>
      )}
    </div>
  );
}
