import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { smallNumber } from "../../lib/small-number";
import type { MergeCheck } from "../../training/merge-check";
import { powerOfTen } from "./power-of-ten";

/** What merging changed, in words and numbers. */
export function MergeResult({ check, step }: { readonly check: MergeCheck; readonly step: number }) {
  const { t } = useTranslation("closer");
  const numbers = useNumbers();
  const { difference, largestLogit, same, positions, milliseconds } = check;
  const logit = largestLogit.toPrecision(3);
  return (
    <>
      <p>
        {difference === 0
          ? t("merge.none", { logit })
          : t("merge.difference", {
              number: smallNumber(difference),
              words: t(`powers.${powerOfTen(difference)}`),
              logit,
            })}
      </p>
      <p>{t("merge.same", { same: numbers.count(same), total: numbers.count(positions) })}</p>
      <p>
        {t("merge.time", { apart: milliseconds.apart.toFixed(1), merged: milliseconds.merged.toFixed(1) })}
      </p>
      <p className="soft small">{t("merge.atStep", { step: numbers.count(step) })}</p>
    </>
  );
}
