import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import type { Guess } from "./guess";
import { useLiveStep, useStep } from "./step-context";

export interface GuessFootProps {
  /** What would be locked in now; null: nothing is chosen yet. */
  readonly current: Guess | null;
  /** How the guess turned out; null until the run has told. */
  readonly verdict: string | null;
}

/** Beneath every guess: lock it in, or see without guessing; afterwards how it turned out, and whether to guess again. */
export function GuessFoot({ current, verdict }: GuessFootProps) {
  const { t } = useTranslation("lessons");
  const { guess, isAnswered, lock, reveal } = useStep();
  const { again } = useLiveStep();
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
        {/* One button, always there: nothing moves, and the focus stays on it when it has been pressed. */}
        <Button
          isDisabled={guess !== null && !isAnswered}
          variant="quiet"
          onPress={isAnswered ? again : reveal}
        >
          {t(guess || isAnswered ? "predict.again" : "predict.skip")}
        </Button>
      </p>
      <p aria-live="polite" className="predict-verdict">
        {guess ? (verdict ?? t("predict.waiting")) : isAnswered ? t("predict.shown") : ""}
      </p>
    </>
  );
}
