import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { smallNumber } from "../../lib/small-number";
import type { MergeCheck } from "../../training/merge-check";
import { powerOfTen } from "./power-of-ten";

/** Up to this share of the largest logit a difference is rounding: numbers hold seven figures, and sums lose some. */
const roundingShare = 1e-5;

/** What merging changed, in words and numbers. */
export function MergeResult({ check }: { readonly check: MergeCheck }) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  const { difference, largestLogit, same, positions, milliseconds, step, items, passes } = check;
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
      {difference > 0 && difference <= roundingShare * largestLogit && <p>{t("merge.rounding")}</p>}
      <p>{t("merge.same", { same: numbers.count(same), total: numbers.count(positions) })}</p>
      <p>
        {t("merge.time", { apart: milliseconds.apart.toFixed(1), merged: milliseconds.merged.toFixed(1) })}
      </p>
      <p className="soft small">{t("merge.atStep", { step: numbers.count(step), items, passes })}</p>
    </>
  );
}
