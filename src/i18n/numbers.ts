import { useTranslation } from "react-i18next";

/** How numbers are written, in the current language. */
export interface Numbers {
  /** 107,264 */
  count(value: number): string;
  /** A round number where there is little room, at an axis: "300", "30K". */
  compact(value: number): string;
  /** A share 0..1 as per cent, two figures: "1.9%", "0.48%", "100%". */
  share(value: number): string;
  /** A score or a difference of scores, −1..1, as whole per cent: "97%", "−3%". */
  score(value: number): string;
  /** A loss with two to three figures: "2.31", "0.019". */
  loss(value: number): string;
}

export function useNumbers(): Numbers {
  const { i18n } = useTranslation();
  return numbersOf(i18n.language);
}

const made = new Map<string, Numbers>();

/** The same outside of components. Made once a language: number formats are slow to make. */
export function numbersOf(language: string): Numbers {
  const numbers = made.get(language) ?? makeNumbers(language);
  made.set(language, numbers);
  return numbers;
}

function makeNumbers(language: string): Numbers {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  let short: Intl.NumberFormat | undefined;
  const figures = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  return {
    count: (value) => whole.format(value),
    compact: (value) => {
      short ??= new Intl.NumberFormat(language, { notation: "compact" });
      return short.format(value);
    },
    share: (value) => `${value >= 0.995 ? whole.format(value * 100) : figures.format(value * 100)}%`,
    score: (value) => `${signed(value * 100, whole)}%`,
    loss: (value) => (Number.isFinite(value) ? value.toFixed(value >= 0.1 ? 2 : 3) : "–"),
  };
}

/** With a true minus sign, and none where nothing is left after rounding. */
function signed(value: number, format: Intl.NumberFormat): string {
  const size = format.format(Math.abs(value));
  return value < 0 && size !== format.format(0) ? `−${size}` : size;
}
