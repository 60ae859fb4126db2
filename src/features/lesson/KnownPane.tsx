import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { skillRows } from "../../charts/skill-rows";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { LaneHeads } from "../../race-view/LaneHeads";
import { useRace } from "../../race-view/use-race";
import type { LaneRun } from "../../state/race-events";
import type { ProbeResult } from "../../worker/api";
import styles from "./lesson-figure.module.css";
import { seedCount, useMeasuredText } from "./measured-text";
import type { PaneProps } from "./pane-props";

/** What the base could do before: by skill as soon as it was looked at here, and in the mean as it was recorded. */
export function KnownPane({ spec, lanes, hidesRecorded }: PaneProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const words = useWords();
  const text = useMeasuredText();
  const info = useRace((race) => race.info);
  const family = findBase(spec.base)?.family ?? "";
  const probes = info?.spec.base === spec.base ? info.base.probes : [];
  const rows = skillRows(
    probes,
    lanes.map(({ run }) => run && latestProbes(run)),
    "exact",
  );
  const before = lanes[0]?.recorded?.measures.knownBefore.mean;
  return (
    <table className={styles.known}>
      <caption>{t("known.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("known.skill")}</th>
          <th scope="col">{t("known.before")}</th>
          <LaneHeads lanes={lanes.map(({ laneStyle }) => laneStyle)} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, before: atFirst, now }) => (
          <tr key={id}>
            <th scope="row">{words.probe(family, id)}</th>
            <td>{numbers.score(atFirst)}</td>
            {lanes.map(({ laneStyle }, lane) => (
              <td key={laneStyle.key}>{now[lane] === undefined ? "–" : numbers.score(now[lane])}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("known.mean", { seeds: seedCount(lanes.map(({ recorded }) => recorded)) })}</th>
          <td>{before === undefined ? "–" : numbers.score(before)}</td>
          {lanes.map(({ laneStyle, recorded }) => (
            <td key={laneStyle.key}>{hidesRecorded ? "?" : text(recorded?.measures.known, "known")}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** What was left when it was looked at last; before the first step that is the base, and no result of the lane. */
function latestProbes({ series }: LaneRun): readonly ProbeResult[] | undefined {
  return series.evaluations.findLast(({ step, probes }) => step > 0 && probes.length > 0)?.probes;
}
