import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import type { Guess } from "./guess";
import styles from "./guess.module.css";
import { useLiveStep, useStep } from "./step-context";

export interface GuessFootProps {
  /** What would be locked in now; null: nothing is chosen yet. */
  readonly current: Guess | null;
  /** There are figures to answer with. */
  readonly isKnown: boolean;
  /** How the guess turned out; false where none was made. */
  readonly verdict: string | false;
}

/** Beneath every guess: lock it in, or see without guessing; afterwards how it turned out, and whether to guess again. */
export function GuessFoot({ current, isKnown, verdict }: GuessFootProps) {
  const { t } = useTranslation("lessons");
  const { guess, isAnswered, lock, reveal } = useStep();
  const { again } = useLiveStep();
  const said = useRef<HTMLParagraphElement>(null);
  const answer = isKnown ? verdict || t("predict.shown") : t("predict.unknown");
  return (
    <>
      <p className={styles.predictDo}>
        <Button
          isDisabled={current === null || guess !== null || isAnswered}
          variant="primary"
          onPress={() => {
            if (current) lock(current);
            // The button can be pressed only once: the focus goes to where the answer will stand.
            said.current?.focus({ preventScroll: true });
          }}
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
      <p ref={said} aria-live="polite" className={styles.predictVerdict} tabIndex={-1}>
        {isAnswered ? answer : guess ? t("predict.waiting") : ""}
      </p>
    </>
  );
}
