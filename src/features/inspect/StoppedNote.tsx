import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";

/** Stands where a lane would be looked at whose weights are no longer numbers. */
export function StoppedNote({ name, step }: { readonly name: string; readonly step: number }) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  return <p className="soft">{t("stopped", { name, step: numbers.count(step) })}</p>;
}
