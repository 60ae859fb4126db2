import { Symbols } from "recharts";
import type { Dot } from "./scatter";
import styles from "./scatter.module.css";

const arm = 4.5;

/** The shape of a dot, with room around it for a finger. */
export function ScatterDot({
  x,
  y,
  look,
  marker,
}: Pick<Dot, "look" | "marker"> & { readonly x: number; readonly y: number }) {
  return (
    <>
      <circle className={styles.reach} cx={x} cy={y} r={13} />
      {look === "stopped" ? (
        <path
          className={styles.stopped}
          d={`M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}M${x - arm} ${y + arm}l${2 * arm} ${-2 * arm}`}
        />
      ) : (
        <Symbols
          cx={x}
          cy={y}
          fill={look === "hollow" ? "var(--card)" : "currentColor"}
          size={look === "faint" ? 38 : 72}
          stroke={look === "hollow" ? "currentColor" : "var(--card)"}
          strokeWidth={look === "hollow" ? 2 : 1}
          type={marker}
        />
      )}
    </>
  );
}
