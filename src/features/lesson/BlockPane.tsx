import { useMemo } from "react";
import { findBase } from "../../bases/index";
import { BlockDiagram } from "../../diagrams/BlockDiagram";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { headFor } from "../../model/config";
import { laneCount, laneParts } from "../../race-view/lane-count";
import { useRace } from "../../race-view/use-race";
import type { PaneProps } from "./pane-props";

/** The first block of the model with what the last lane trains in it, in the colour of the lane. */
export function BlockPane({ spec, lanes }: PaneProps) {
  const words = useWords();
  const numbers = useNumbers();
  const look = lanes.at(-1)?.look;
  const classes = useRace((race) => (race.info?.spec.task === spec.task ? race.info.classes : undefined));
  const config = useMemo(() => {
    const base = findBase(spec.base);
    return base && { ...base.config, head: headFor(classes ?? []) };
  }, [spec.base, classes]);
  const parts = useMemo(() => (look && config ? laneParts(look.spec, config) : []), [look, config]);
  if (!look || !config) return null;
  const count = laneCount(look.spec, config);
  return (
    <div className="lesson-block">
      <BlockDiagram color={look.color} config={config} layer={0} parts={parts}>
        <p className="soft small">{words.method(look.spec.method).sentence}</p>
        <p className="mono small">
          {count.numbers} = <b>{numbers.count(count.trained)}</b>
        </p>
      </BlockDiagram>
    </div>
  );
}
