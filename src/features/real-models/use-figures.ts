import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";

/** Writes shares that can be tiny, and figures as they were published. */
export function useFigures(): {
  /** 0.0029 as "0.29%", 0.0000013 as "0.00013%". */
  readonly share: (value: number) => string;
  /** 786432 as "786,432"; "0.8M" as it is. */
  readonly figure: (published: number | string) => string;
} {
  const { i18n } = useTranslation();
  const { count } = useNumbers();
  const figures = new Intl.NumberFormat(i18n.language, {
    maximumSignificantDigits: 3,
    maximumFractionDigits: 8,
  });
  return {
    share: (value) => `${figures.format(100 * value)}%`,
    figure: (published) => (typeof published === "number" ? count(published) : published),
  };
}
