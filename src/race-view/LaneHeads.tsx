import type { CSSProperties } from "react";
import styles from "./LaneHeads.module.css";
import type { LaneStyle } from "./use-lane-styles";

/** The lanes as heads of columns, each with its colour. */
export function LaneHeads({
  lanes,
}: {
  readonly lanes: readonly Pick<LaneStyle, "key" | "name" | "color">[];
}) {
  return lanes.map(({ key, name, color }) => (
    <th key={key} scope="col" style={{ "--lane": color } as CSSProperties}>
      <span className={styles.name}>{name}</span>
    </th>
  ));
}
