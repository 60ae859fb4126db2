import { TableTwin } from "../../charts/TableTwin";
import { laneSettings } from "../../race-view/lane-names";
import type { NamedOutcome } from "./result-dots";
import { scoreText, trainedOf, type Wording } from "./result-words";

/** The table twin of the dots, fewest numbers first. */
export function ParetoTable({
  outcomes,
  wording,
}: {
  readonly outcomes: readonly NamedOutcome[];
  readonly wording: Wording;
}) {
  const { t, numbers, words } = wording;
  const length = ({ step, steps, stoppedAt }: NamedOutcome["outcome"]["run"]): string =>
    step < steps && stoppedAt === null
      ? `${numbers.count(steps)}, ${t("running", { step: numbers.count(step) })}`
      : numbers.count(steps);
  const rows = [...outcomes].sort((a, b) => a.dot.x - b.dot.x || b.dot.y - a.dot.y);
  return (
    <TableTwin
      caption={t("table.caption")}
      columns={(
        ["run", "method", "settings", "trained", "score", "seeds", "steps", "batch", "front"] as const
      ).map((column) => t(`table.${column}`))}
      rows={rows.map(({ outcome, isOnFront }, i) => [
        i + 1,
        words.method(outcome.run.lane.method).name,
        laneSettings(outcome.run.lane, words, t("playground:rate.short")),
        numbers.count(trainedOf(outcome.run)),
        outcome.run.stoppedAt === null ? scoreText(outcome, wording) : "✕",
        outcome.seeds.join(", "),
        length(outcome.run),
        numbers.count(outcome.run.batch),
        t(isOnFront ? "playground:diagram.yes" : "playground:diagram.no"),
      ])}
    />
  );
}
