import { TableTwin } from "../../charts/TableTwin";
import { laneSettings } from "./lane-names";
import type { NamedOutcome } from "./result-dots";
import { scoreText, type Tongue, trainedOf } from "./result-words";

/** The table twin of the kept runs, fewest numbers first. */
export function ParetoTable({
  outcomes,
  tongue,
}: {
  readonly outcomes: readonly NamedOutcome[];
  readonly tongue: Tongue;
}) {
  const { t, numbers, words } = tongue;
  const rows = [...outcomes].sort((a, b) => a.dot.x - b.dot.x || b.dot.y - a.dot.y);
  return (
    <TableTwin
      caption={t("table.caption")}
      columns={(["run", "method", "settings", "trained", "score", "seeds", "steps", "front"] as const).map(
        (column) => t(`table.${column}`),
      )}
      rows={rows.map(({ outcome, isOnFront }, i) => [
        i + 1,
        words.method(outcome.run.lane.method).name,
        laneSettings(outcome.run.lane, words, t("playground:rate.short")),
        numbers.count(trainedOf(outcome.run)),
        outcome.run.stoppedAt === null ? scoreText(outcome, tongue) : "✕",
        outcome.seeds.join(", "),
        numbers.count(outcome.run.steps),
        t(isOnFront ? "playground:diagram.yes" : "playground:diagram.no"),
      ])}
    />
  );
}
