import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useRace } from "../../race-view/use-race";
import { LaneHeads } from "./LaneHeads";
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
  const before = lanes[0]?.recorded?.measures.knownBefore.mean;
  return (
    <table className="lesson-known">
      <caption>{t("known.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("known.skill")}</th>
          <th scope="col">{t("known.before")}</th>
          <LaneHeads lanes={lanes} />
        </tr>
      </thead>
      <tbody>
        {probes.map(({ id, exact }) => (
          <tr key={id}>
            <th scope="row">{words.probe(family, id)}</th>
            <td>{numbers.score(exact)}</td>
            {lanes.map(({ look, run }) => {
              const now = run?.series.evaluations
                .findLast((evaluation) => evaluation.step > 0 && evaluation.probes.length > 0)
                ?.probes.find((probe) => probe.id === id);
              return (
                <td key={look.key} style={{ "--lane": look.color } as CSSProperties}>
                  {now ? numbers.score(now.exact) : "–"}
                </td>
              );
            })}
          </tr>
        ))}
        <tr className="lesson-known-mean">
          <th scope="row">{t("known.mean", { seeds: seedCount(lanes.map(({ recorded }) => recorded)) })}</th>
          <td>{before === undefined ? "–" : numbers.score(before)}</td>
          {lanes.map(({ look, recorded }) => (
            <td key={look.key}>{hidesRecorded ? "?" : text(recorded?.measures.known, "known")}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
