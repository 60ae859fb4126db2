import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { IconButton } from "../../components/IconButton";
import type { Prediction } from "../../lessons/lesson";
import { measuredOrder, pairsRight } from "./guess";
import { useMeasuredText } from "./measured-text";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

/** Runs to be put in order with arrows; afterwards the measured order beside the guessed one. */
export function OrderGuess({ predict }: { readonly predict: Extract<Prediction, { kind: "order" }> }) {
  const { t } = useTranslation("lessons");
  const { guess, isAnswered, lock, measured, reveal } = useStep();
  const text = useMeasuredText();
  const nameOf = useRunNames();
  // By name, so that the order first shown gives nothing away.
  const first = useMemo(
    () => [...predict.runs].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    [predict, nameOf],
  );
  const [order, setOrder] = useState(first);
  const swap = (from: number, to: number): void =>
    setOrder(order.map((run, i) => (i === from ? order[to]! : i === to ? order[from]! : run)));
  const right = isAnswered ? measuredOrder(predict, measured) : null;
  const shown = right ?? order;
  const pairs = right && guess?.kind === "order" ? pairsRight(guess.runs, right) : null;
  return (
    <>
      <ol className="order">
        {shown.map((run, i) => (
          <li key={run}>
            <span>{nameOf(run)}</span>
            {right ? (
              <span className="order-value">
                {text({ mean: measured(run, predict.by), sd: 0 }, predict.by).replace(/ ± 0(\.0+)?/, "")}
              </span>
            ) : (
              <span className="order-arrows">
                <IconButton
                  isDisabled={i === 0 || guess !== null}
                  label={t("predict.up", { name: nameOf(run) })}
                  onPress={() => swap(i, i - 1)}
                >
                  <ArrowUp aria-hidden size={16} />
                </IconButton>
                <IconButton
                  isDisabled={i === order.length - 1 || guess !== null}
                  label={t("predict.down", { name: nameOf(run) })}
                  onPress={() => swap(i, i + 1)}
                >
                  <ArrowDown aria-hidden size={16} />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="predict-do">
        <Button
          isDisabled={guess !== null}
          variant="primary"
          onPress={() => lock({ kind: "order", runs: order })}
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
        {pairs
          ? t("predict.pairs", pairs)
          : guess !== null
            ? t("predict.waiting")
            : isAnswered
              ? t("predict.shown")
              : ""}
      </p>
    </>
  );
}
