import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Prediction } from "../../lessons/lesson";
import { moved } from "../../lib/moved";
import { GuessFoot } from "./GuessFoot";
import { measuredOrder, pairsRight } from "./guess";
import styles from "./guess.module.css";
import { useValueText } from "./measured-text";
import { OrderRow } from "./OrderRow";
import { useStep } from "./step-context";
import { useOrderDrag } from "./use-order-drag";
import { useRunNames } from "./use-run-names";

/** Runs to be put in order by dragging or with arrows; afterwards the measured order, and how many pairs were right. */
export function OrderGuess({ predict }: { readonly predict: Extract<Prediction, { kind: "order" }> }) {
  const { t } = useTranslation("lessons");
  const { sketch, guess, isAnswered, measured, draw } = useStep();
  const text = useValueText();
  const nameOf = useRunNames(predict.runs);
  // By name, so that the order first shown gives nothing away.
  const first = useMemo(
    () => [...predict.runs].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    [predict, nameOf],
  );
  const made = guess ?? sketch;
  const order = made?.kind === "order" ? made.runs : first;
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState("");
  const move = (from: number, to: number): void => {
    draw({ kind: "order", runs: moved(order, from, to) });
    say(t("predict.moved", { name: nameOf(order[from]!), place: to + 1, all: order.length }));
  };
  const drag = useOrderDrag(list, move);
  const right = isAnswered ? measuredOrder(predict, measured) : null;
  const shown = right ?? order;
  const pairs = right && guess?.kind === "order" ? pairsRight(guess.runs, right) : null;
  return (
    <>
      <ol ref={list} className={styles.order} data-dragging={drag.dragged !== null}>
        {shown.map((run, place) => (
          <OrderRow
            key={run}
            count={shown.length}
            drag={drag}
            isLocked={guess !== null || isAnswered}
            move={move}
            name={nameOf(run)}
            place={place}
            value={right && text(measured(run, predict.by), predict.by)}
          />
        ))}
      </ol>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
      <GuessFoot
        current={{ kind: "order", runs: order }}
        isKnown={right !== null}
        verdict={pairs !== null && t("predict.pairs", { ...pairs })}
      />
    </>
  );
}
