import { useTranslation } from "react-i18next";

const units = ["B", "KB", "MB", "GB", "TB"];

/** Writes bytes in three figures: "1.57 MB"; a kilobyte is 1,000 bytes. */
export function useBytes(): (bytes: number) => string {
  const { i18n } = useTranslation();
  const figures = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 3 });
  return (bytes) => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return `${figures.format(bytes / 1000 ** power)}\u202f${units[power]}`;
  };
}
