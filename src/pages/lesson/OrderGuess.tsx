import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import type { Prediction } from "../../lessons/lesson";
import { GuessFoot } from "./GuessFoot";
import { measuredOrder, pairsRight } from "./guess";
import { useValueText } from "./measured-text";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

/** Runs to be put in order with arrows; afterwards the measured order beside the guessed one. */
export function OrderGuess({ predict }: { readonly predict: Extract<Prediction, { kind: "order" }> }) {
  const { t } = useTranslation("lessons");
  const { sketch, guess, isAnswered, measured, draw } = useStep();
  const text = useValueText();
  const nameOf = useRunNames();
  // By name, so that the order first shown gives nothing away.
  const first = useMemo(
    () => [...predict.runs].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    [predict, nameOf],
  );
  const order = sketch?.kind === "order" ? sketch.runs : first;
  const swap = (from: number, to: number): void =>
    draw({
      kind: "order",
      runs: order.map((run, i) => (i === from ? order[to]! : i === to ? order[from]! : run)),
    });
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
              <span className="order-value">{text(measured(run, predict.by), predict.by)}</span>
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
      <GuessFoot
        current={{ kind: "order", runs: order }}
        verdict={pairs && t("predict.pairs", { ...pairs })}
      />
    </>
  );
}
