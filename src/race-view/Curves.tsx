import { type KeyboardEvent, type ReactNode, type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LossChartProps } from "../charts/LossChart";
import { LossTable } from "../charts/LossTable";
import { LazySection } from "../components/LazySection";
import { lazyComponent } from "../components/lazy-component";
import { VisuallyHidden } from "../components/VisuallyHidden";
import { retryImport } from "../lib/retry-import";
import type { Phase } from "../state/loop-progress";
import styles from "./Curves.module.css";
import { useThrottled } from "./use-throttled";

const LossChart = lazyComponent(() =>
  retryImport(() => import("../charts/LossChart")).then((chart) => chart.LossChart),
);
const tableMs = 2000;
const speakMs = 10_000;

export interface CurvesProps extends LossChartProps {
  /** What is computed here is read out while it runs. null: the curves are recorded, which is no news. */
  readonly live: Phase | null;
  /** low, tall: so high, whatever the width; fill: as high as the room around it. */
  readonly size: "low" | "tall" | "fill";
  /** Finds the picture. */
  readonly frame?: RefObject<HTMLDivElement | null>;
  /** The picture can take the focus, and the space key does this there. */
  readonly onSpace?: () => void;
  /** Lies over the picture. */
  readonly cover?: ReactNode;
  /** Between the picture and its table. */
  readonly children?: ReactNode;
}

/** Curves wherever they are shown: as a picture, as a table, and as a sentence that is read out now and then. */
export function Curves({ live, size, frame, onSpace, cover, children, ...picture }: CurvesProps) {
  const { t } = useTranslation("playground");
  const { curves, kind, origin, step, summary } = picture;
  const newest = useMemo(() => ({ curves, step }), [curves, step]);
  const table = useThrottled(newest, tableMs, origin);
  const spoken = useThrottled(live === "running" || live === "done" ? summary : "", speakMs, live);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== " " || event.target !== event.currentTarget) return;
    event.preventDefault();
    onSpace?.();
  };
  const focusable = onSpace && {
    "aria-busy": live === "loading",
    "aria-label": t("stage.label"),
    role: "group",
    tabIndex: 0,
    onKeyDown,
  };
  return (
    <>
      <div ref={frame} className={`${styles.stage} ${styles[size]}`} {...focusable}>
        {size === "fill" ? (
          <LazySection className={styles.room}>
            <LossChart {...picture} />
          </LazySection>
        ) : (
          <LossChart {...picture} />
        )}
        {cover}
      </div>
      {children}
      <LossTable curves={table.curves} kind={kind} step={table.step} />
      <VisuallyHidden as="div">
        <p aria-live="polite">{spoken}</p>
      </VisuallyHidden>
    </>
  );
}
