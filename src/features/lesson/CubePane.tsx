import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { useLaneFinding } from "../../race-view/use-lane-finding";
import { useRace } from "../../race-view/use-race";
import { cellId, cells, trainableCells } from "../../tasks/strings/cells";
import { firstOf } from "../../tasks/strings/instructed-mixture";
import type { LaneSpec, RaceSpec } from "../../training/race-spec";
import { CubeLayer } from "./CubeLayer";
import styles from "./cube.module.css";
import type { PaneProps } from "./pane-props";
import { useLiveStep, useStep } from "./step-context";

const question = { kind: "groups", ids: cells.map(cellId) } as const;
/** How many tasks can be ticked at once. */
const counts = [4, 8, 16, 48] as const;
const formats = [0, 1, 2, 3] as const;

/**
 * The 64 string tasks. A task that may be trained can be ticked; those of the held-out set cannot. Each lights up as the
 * lane learns to do it from an instruction.
 */
export function CubePane({ spec, lanes }: PaneProps) {
  const { t } = useTranslation("lessons");
  const { attempt } = useStep();
  const { isOurs } = useLiveStep();
  const [lane, setLane] = useState(0);
  const chosen = Math.min(lane, spec.lanes.length - 1);
  const trained = useMemo(() => trainedCells(spec, spec.lanes[chosen]!), [spec, chosen]);
  const [ticks, setTicks] = useState<ReadonlySet<string> | null>(null);
  const ticked = ticks ?? trained;
  const moment = useRace((race) => race.lanes[chosen]?.series.evaluations.at(-1));
  const scores = useLaneFinding<"groups">(chosen, isOurs && moment ? question : null, { moment });
  const train = (): void => {
    attempt(`reset;method=full;task.tasks=${trainableCells.length};task.cells=${[...ticked].join("+")}`);
    setTicks(null);
    setLane(0);
  };
  return (
    <section aria-label={t("cube.title")} className={styles.cube}>
      {lanes.length > 1 && (
        <Segmented
          items={lanes.map(({ laneStyle }, i) => ({ id: String(i), label: laneStyle.name }))}
          label={t("cube.lane")}
          value={String(chosen)}
          onChange={(value) => {
            setLane(Number(value));
            setTicks(null);
          }}
        />
      )}
      <p className="soft">{t("cube.key")}</p>
      <div className={styles.buttons}>
        {counts.map((count) => (
          <Button key={count} onPress={() => setTicks(idsOf(spec.seed, count))}>
            {t("cube.tick", { count })}
          </Button>
        ))}
        <Button isDisabled={ticked.size === 0} variant="primary" onPress={train}>
          {t("cube.train", { count: ticked.size })}
        </Button>
      </div>
      <div className={styles.layers}>
        {formats.map((format) => (
          <CubeLayer key={format} format={format} scores={scores} ticked={ticked} onTick={setTicks} />
        ))}
      </div>
    </section>
  );
}

function idsOf(seed: number, count: number): ReadonlySet<string> {
  return new Set(firstOf(seed, count, 1).cells.map(cellId));
}

/** The cells that a lane trains. */
function trainedCells({ seed }: RaceSpec, { task }: LaneSpec): ReadonlySet<string> {
  const { tasks, cells: named } = task?.options ?? {};
  const allowed = Array.isArray(named) ? cells.filter((cell) => named.includes(cellId(cell))) : undefined;
  const count = typeof tasks === "number" ? tasks : trainableCells.length;
  return new Set(firstOf(seed, count, 1, allowed).cells.map(cellId));
}
