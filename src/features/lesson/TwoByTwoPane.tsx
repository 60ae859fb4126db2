import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { figureOf } from "../../claims/figures";
import { Button } from "../../components/Button";
import { useNumbers } from "../../i18n/numbers";
import { useLaneFinding } from "../../race-view/use-lane-finding";
import { useRace } from "../../race-view/use-race";
import type { PaneProps } from "./pane-props";
import { laneOfRun } from "./race-of";
import { useLiveStep, useStep } from "./step-context";
import { asked, type CellRun, type CellScores, cells, columns, measures, rows, scoresOf } from "./two-by-two";
import styles from "./two-by-two.module.css";

const question = { kind: "groups", ids: asked } as const;

/** One task or many, a vector or every parameter: each cell is a run that can be made here. */
export function TwoByTwoPane({ spec, hidesRecorded }: PaneProps) {
  const { t } = useTranslation("lessons");
  const { figures, startRun } = useStep();
  const here = useCellsHere(spec);
  return (
    <section aria-label={t("twoByTwo.title")} className={styles.pane}>
      <h3>{t("twoByTwo.title")}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`twoByTwo.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`twoByTwo.${row}`)}</th>
              {columns.map((column) => {
                const run = cells[row][column];
                const recorded = (which: keyof CellScores): number | undefined =>
                  hidesRecorded ? undefined : figureOf(figures, run, measures[row][which])?.mean;
                return (
                  <td key={column}>
                    {(["own", "heldOut"] as const).map((which) => (
                      <Share
                        key={which}
                        here={here[run]?.[which]}
                        label={t(`twoByTwo.${which}`)}
                        recorded={recorded(which)}
                      />
                    ))}
                    <Button
                      className={styles.train}
                      label={t("twoByTwo.trainThis", {
                        row: t(`twoByTwo.${row}`),
                        column: t(`twoByTwo.${column}`),
                      })}
                      onPress={() => startRun(run)}
                    >
                      {t("twoByTwo.train")}
                    </Button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t("twoByTwo.note")}</p>
    </section>
  );
}

/** What was measured here of the cells so far: of the one that is being trained, and of those trained before. */
function useCellsHere(spec: PaneProps["spec"]): Readonly<Partial<Record<CellRun, CellScores>>> {
  const { lesson } = useStep();
  const { isOurs } = useLiveStep();
  const [here, setHere] = useState<Readonly<Partial<Record<CellRun, CellScores>>>>({});
  const place = rows
    .flatMap((row) => columns.map((column) => ({ row, run: cells[row][column] })))
    .find(({ run }) => laneOfRun(spec, lesson.claims.runs[run]!) === 0);
  const { row, run } = place ?? {};
  const lane = useRace((race) => race.lanes[0]);
  const moment = lane?.series.evaluations.at(-1);
  const groups = useLaneFinding<"groups">(0, isOurs && run && moment ? question : null, {
    about: run ?? "",
    moment,
  });
  useEffect(() => {
    const scores = isOurs && row ? scoresOf(row, lane, groups) : null;
    if (scores && run) setHere((former) => ({ ...former, [run]: scores }));
  }, [isOurs, row, run, lane, groups]);
  return here;
}

interface ShareProps {
  readonly label: string;
  readonly recorded: number | undefined;
  readonly here: number | undefined;
}

function Share({ label, recorded, here }: ShareProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const text = (share: number | undefined): string => (share === undefined ? "–" : numbers.score(share));
  return (
    <div className={styles.share}>
      <b>{text(recorded)}</b> <span className="soft">{label}</span>
      <Meter share={recorded ?? 0} />
      <small>{t("twoByTwo.here", { share: text(here) })}</small>
    </div>
  );
}
