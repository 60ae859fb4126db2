import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { Button } from "../../components/Button";
import type { SearchFinding } from "../../experiments/prompt/search";
import { useWords } from "../../i18n/words";
import { useLook } from "../../prompt-view/use-look";
import { useLookNow } from "../../prompt-view/use-look-now";
import { failureText } from "../../race-view/failure-text";
import { QuestionInput } from "../../race-view/QuestionInput";
import styles from "./bench.module.css";
import { PairsTable } from "./PairsTable";
import { WordChips } from "./WordChips";
import { withWord } from "./with-word";

const request = { kind: "search", pairs: 5, seed: 1 } as const;

interface Attempt {
  readonly trigger: string;
  readonly fresh: SearchFinding["fresh"];
}

/** The learner writes an instruction for a task that five pairs show, and sees at once how it does on fresh inputs. */
export function InstructionBench({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation("lessons");
  const { t: say } = useTranslation(["playground", "app"]);
  const words = useWords();
  const { look, failure: failedTry } = useLookNow();
  const shown = useLook(isReady ? { ...request, ask: { what: "score", triggers: [] } } : null);
  const [text, setText] = useState("");
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const pairs = shown?.found.ok ? shown.found.value.pairs : [];
  const failure = failedTry ?? (shown && !shown.found.ok ? shown.found.failure : null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const trigger = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
    setBusy(true);
    const found = await look({ ...request, ask: { what: "try", trigger } });
    setBusy(false);
    if (!found) return;
    setAttempts((all) => [{ trigger, fresh: found.fresh }, ...all.filter((one) => one.trigger !== trigger)]);
  };
  return (
    <section aria-label={t("bench.instruction")} className={styles.bench}>
      <PairsTable count={request.pairs} pairs={pairs} />
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <WordChips label={t("bench.words")} onPick={(word) => setText((now) => withWord(now, word))} />
        <label htmlFor={id}>{t("bench.yours")}</label>
        <div className={styles.row}>
          <QuestionInput id={id} placeholder={t("bench.example")} value={text} onChange={setText} />
          <Button isDisabled={!isReady || isBusy} type="submit" variant="primary">
            {t("bench.try")}
          </Button>
        </div>
      </form>
      <p className={styles.failure} role="status">
        {failure && failureText(failure, say, words)}
      </p>
      <ol className={styles.attempts}>
        {attempts.map((attempt) => (
          <AttemptRow key={attempt.trigger} {...attempt} />
        ))}
      </ol>
    </section>
  );
}

function AttemptRow({ trigger, fresh }: Attempt) {
  const { t } = useTranslation("lessons");
  const right = fresh.filter(({ isRight }) => isRight).length;
  const wrong = fresh.find(({ isRight }) => !isRight);
  return (
    <li>
      <span className={styles.attempt}>
        <code>{trigger}</code>
        <Meter share={right / fresh.length} />
        <b>{t("bench.right", { right, of: fresh.length })}</b>
      </span>
      {wrong && (
        <small className="soft">
          {t("bench.wrong", {
            input: wrong.item.input,
            answer: wrong.answer || "∅",
            expected: wrong.item.answer,
          })}
        </small>
      )}
    </li>
  );
}
