import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import type { Guess } from "./guess";
import { useStep } from "./step-context";

export interface GuessFootProps {
  /** What would be locked in now; null: nothing is chosen yet. */
  readonly current: Guess | null;
  /** How the guess turned out; null until the run has told. */
  readonly verdict: string | null;
}

/** Beneath every guess: lock it in, or see without guessing; afterwards how it turned out. */
export function GuessFoot({ current, verdict }: GuessFootProps) {
  const { t } = useTranslation("lessons");
  const { guess, isAnswered, lock, reveal } = useStep();
  return (
    <>
      <p className="predict-do">
        <Button
          isDisabled={current === null || guess !== null}
          variant="primary"
          onPress={() => current && lock(current)}
        >
          {t("predict.run")}
        </Button>
        {guess === null && !isAnswered && (
          <Button variant="quiet" onPress={reveal}>
            {t("predict.skip")}
          </Button>
        )}
      </p>
      <p aria-live="polite" className="predict-verdict">
        {guess ? (verdict ?? t("predict.waiting")) : isAnswered ? t("predict.shown") : ""}
      </p>
    </>
  );
}
