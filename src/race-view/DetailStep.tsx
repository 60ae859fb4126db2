import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import type { Race } from "../state/race-shape";
import type { Evaluation } from "../worker/api";
import { useCalmRace } from "./use-calm-race";

const redrawMs = 400;

/** The step that worked examples and probes are of: they are renewed less often than curves and scores. */
export function DetailStep() {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const latest = useCalmRace(selectDetailed, redrawMs);
  const step = Math.max(0, ...latest.map((evaluation) => evaluation?.step ?? 0));
  return <span>{t("answers.atStep", { step: numbers.count(step) })}</span>;
}

/** The last evaluation in detail of the base, then of each lane. */
export function selectDetailed({ info, lanes }: Race): readonly (Evaluation | undefined)[] {
  const latest = lanes.map(({ series }) =>
    series.evaluations.findLast(({ examples }) => examples.length > 0),
  );
  return [info?.base, ...latest];
}
