import { useTranslation } from "react-i18next";
import {
  type IdealCurve,
  type ShareAxis,
  type ShareLine,
  type SharePoint,
  shareDomain,
} from "../charts/share-curve";
import { TableTwin } from "../charts/TableTwin";
import { lazyComponent } from "../components/lazy-component";
import { VisuallyHidden } from "../components/VisuallyHidden";
import { useNumbers } from "../i18n/numbers";
import { retryImport } from "../lib/retry-import";
import { useThrottled } from "../race-view/use-throttled";
import { CurveKeys } from "./CurveKeys";
import styles from "./ScoreCurve.module.css";

const ShareCurve = lazyComponent(
  () => retryImport(() => import("../charts/ShareCurve")).then((chart) => chart.ShareCurve),
  styles.room,
);
const speakMs = 10_000;

export interface ScoreCurveProps {
  readonly lines: readonly ShareLine[];
  readonly over: ShareAxis;
  /** Places of the axis that will be asked: the picture does not grow under way. */
  readonly places: readonly number[];
  readonly chance: number;
  /** What an ideal reader of the pretraining text would answer; null: it is not shown. */
  readonly ideal: IdealCurve | null;
  /** Answers are coming in: they are read out now and then. */
  readonly isRunning: boolean;
}

/** Share of questions answered right over a setting, growing as answers come: curve, table, spoken summary. */
export function ScoreCurve({ lines, over, places, chance, ideal, isRunning }: ScoreCurveProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  const label = t(`scores.over.${over}`);
  const writeX = (x: number): string => (over === "wrong" ? numbers.score(x / 100) : numbers.count(x));
  const said = lines.flatMap(({ name, points }) =>
    points.length > 0
      ? [`${name}: ${points.map((point) => t("scores.point", words(point))).join(t("variant.and"))}`]
      : [],
  );
  const summary = said.length > 0 ? said.join("; ") : t("scores.waiting");
  const spoken = useThrottled(said.join("; "), speakMs, isRunning);
  const all = lines.flatMap(({ points, recorded }) => [...points, ...recorded].map(({ x }) => x));
  return (
    <div>
      <ShareCurve
        axis={over}
        chance={chance}
        domain={shareDomain(over, [...places, ...all])}
        ideal={ideal}
        label={label}
        lines={lines}
        summary={`${t("scores.curve", { x: label })}. ${summary}`}
      />
      <CurveKeys chance={chance} hasIdeal={ideal !== null} lines={lines} />
      <TableTwin
        caption={t("scores.curve", { x: label })}
        columns={[label, ...lines.flatMap(({ name }) => [name, `${name}, ${t("scores.liveBand")}`])]}
        rows={[...new Set(all)]
          .sort((a, b) => a - b)
          .map((x) => [writeX(x), ...lines.flatMap((line) => cells(line.points.find((one) => one.x === x)))])}
      />
      <VisuallyHidden as="div">
        <p aria-live="polite">{spoken}</p>
      </VisuallyHidden>
    </div>
  );

  function words({ x, share }: SharePoint) {
    return { x: writeX(x), share: numbers.score(share) };
  }
  function cells(point: SharePoint | undefined): readonly string[] {
    if (!point) return ["–", "–"];
    return [numbers.score(point.share), `${numbers.score(point.low)} – ${numbers.score(point.high)}`];
  }
}
