import { BlockView } from "../../race-view/BlockView";
import { useTunedConfig } from "../../race-view/use-lane-parts";
import { useRace } from "../../race-view/use-race";
import styles from "./lesson-figure.module.css";
import type { PaneProps } from "./pane-props";

/** The first block of the model with what the last lane trains in it. */
export function BlockPane({ spec, lanes }: PaneProps) {
  const classes = useRace((race) => (race.info?.spec.task === spec.task ? race.info.classes : undefined));
  const config = useTunedConfig(spec.base, classes);
  const laneStyle = lanes.at(-1)?.laneStyle;
  if (!laneStyle || !config) return null;
  return (
    <div className={styles.pane}>
      <BlockView isCompact config={config} laneStyle={laneStyle} />
    </div>
  );
}
