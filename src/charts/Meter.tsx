import styles from "./Meter.module.css";

export interface MeterProps {
  /** 0 to 1. */
  readonly share: number;
  /** Where a mark stands that the bar is held against, 0 to 1. */
  readonly mark?: number;
}

/** A bar in the colour of its lane. It is not read out: the number belongs beside it. */
export function Meter({ share, mark }: MeterProps) {
  return (
    <span aria-hidden className={styles.meter}>
      <i className={styles.fill} style={{ width: `${100 * share}%` }} />
      {mark !== undefined && <i className={styles.mark} style={{ left: `calc(${100 * mark}% - 2px)` }} />}
    </span>
  );
}
