import { Label } from "react-aria-components/Label";
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import styles from "./Slider.module.css";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Called when the thumb is let go; also when it is left, since help for readers moves it without letting it go. */
  readonly onChangeEnd?: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** How the value is written; default: as it is. */
  readonly format?: (value: number) => string;
  readonly isDisabled?: boolean;
}

/** A number on a line. For a log scale pass the exponent as value and write it out with `format`. */
export function Slider({
  label,
  value,
  onChange,
  onChangeEnd,
  min,
  max,
  step = 1,
  format = String,
  isDisabled = false,
}: SliderProps) {
  return (
    <AriaSlider
      className={styles.slider ?? ""}
      isDisabled={isDisabled}
      maxValue={max}
      minValue={min}
      step={step}
      value={value}
      onChange={onChange}
      {...(onChangeEnd ? { onChangeEnd } : {})}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput className={styles.value ?? ""}>{() => format(value)}</SliderOutput>
      <SliderTrack className={styles.track ?? ""}>
        <SliderThumb className={styles.thumb ?? ""} onBlur={() => onChangeEnd?.(value)} />
      </SliderTrack>
    </AriaSlider>
  );
}
