import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CurveGuess } from "./CurveGuess";
import { GuessFoot } from "./GuessFoot";
import { measuredOption } from "./guess";
import guessStyles from "./guess.module.css";
import styles from "./lesson-words.module.css";
import { OrderGuess } from "./OrderGuess";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

/** A guess to be made before the run: what is asked, the answers, and afterwards how it turned out. */
export function Predict({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation("lessons");
  const { step, mode, sketch, guess, isAnswered, measured } = useStep();
  const { predict } = step;
  if (!predict) throw new Error(`the step "${step.id}" has no prediction`);
  const right = isAnswered && predict.kind === "choice" ? measuredOption(predict, measured) : null;
  return (
    <section className={styles.predict} aria-label={t("predict.title")}>
      {predict.kind === "choice" ? (
        <fieldset className={guessStyles.predictChoices} aria-label={t("predict.title")}>
          {children}
        </fieldset>
      ) : (
        children
      )}
      {mode === "live" && predict.kind === "order" && <OrderGuess predict={predict} />}
      {mode === "plain" && predict.kind === "order" && <OrderItems runs={predict.runs} />}
      {mode === "live" && predict.kind === "curve" && <CurveGuess predict={predict} />}
      {mode === "live" && predict.kind === "choice" && (
        <GuessFoot
          current={sketch}
          isKnown={right !== null}
          verdict={guess?.kind === "choice" && t(right === guess.option ? "predict.right" : "predict.other")}
        />
      )}
    </section>
  );
}

/** What is to be put in order, where it cannot be moved. */
function OrderItems({ runs }: { readonly runs: readonly string[] }) {
  const nameOf = useRunNames(runs);
  return (
    <ul>
      {runs
        .map(nameOf)
        .sort((a, b) => a.localeCompare(b))
        .map((name) => (
          <li key={name}>{name}</li>
        ))}
    </ul>
  );
}

/** One answer to a prediction of the kind "choice". */
export function Option({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const { t } = useTranslation("lessons");
  const { step, mode, sketch, guess, isAnswered, measured, draw } = useStep();
  const { predict } = step;
  if (predict?.kind !== "choice" || !predict.options.includes(id))
    throw new Error(`the step "${step.id}" has no option "${id}"`);
  const isRight = isAnswered && measuredOption(predict, measured) === id;
  if (mode === "plain")
    return (
      <span className={guessStyles.optionPrinted} data-right={isRight}>
        {children}
      </span>
    );
  return (
    <label className={guessStyles.option} data-right={isRight}>
      <input
        checked={sketch?.kind === "choice" && sketch.option === id}
        disabled={guess !== null || isAnswered}
        name={`predict ${step.id}`}
        type="radio"
        value={id}
        onChange={() => draw({ kind: "choice", option: id })}
      />
      <span>{children}</span>
      {isRight && <span className={guessStyles.optionMark}>{t("predict.isIt")}</span>}
    </label>
  );
}
