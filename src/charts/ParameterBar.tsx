import { useTranslation } from "react-i18next";
import type { Scale } from "./axis";
import { barShare, barTicks } from "./bar-share";
import styles from "./charts.module.css";
import { Meter } from "./Meter";

export interface ParameterBarProps {
  readonly trained: number;
  /** Drawn as a mark where it differs from what is trained. */
  readonly kept: number;
  /** What fills the bar: the parameters of the base, or the largest lane. */
  readonly most: number;
  readonly scale: Scale;
}

/** How many numbers train, as a bar in the colour `--lane`; the numbers stand beside it in words. */
export function ParameterBar({ trained, kept, most, scale }: ParameterBarProps) {
  const shareOf = (count: number): number => barShare(count, most, scale);
  return <Meter share={shareOf(trained)} {...(kept !== trained && { mark: shareOf(kept) })} />;
}

/** The axis below parameter bars. */
export function ParameterAxis({ most, scale }: { readonly most: number; readonly scale: Scale }) {
  const { i18n } = useTranslation();
  const short = new Intl.NumberFormat(i18n.language, { notation: "compact", maximumFractionDigits: 0 });
  return (
    <ul aria-hidden className={styles.parameterAxis}>
      {barTicks(most, scale).map((tick) => (
        <li key={tick} style={{ left: `${100 * barShare(tick, most, scale)}%` }}>
          {short.format(tick)}
        </li>
      ))}
    </ul>
  );
}
