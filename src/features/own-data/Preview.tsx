import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Switch } from "../../components/Switch";
import { useNumbers } from "../../i18n/numbers";
import { ownDataLimits } from "../../tasks/own/place";
import { LeftOutList } from "./LeftOutList";
import styles from "./own-data.module.css";
import { PairsPreview } from "./PairsPreview";
import type { OwnDataForm } from "./use-own-data-form";

/** What the model will be trained on, what is left out, and the button that trains. */
export function Preview({ form }: { readonly form: OwnDataForm }) {
  const { t } = useTranslation("ownData");
  const numbers = useNumbers();
  const { reading, isLenient } = form;
  if (reading === "failed") return <p role="alert">{t("failed")}</p>;
  if (!reading) return <p className={`soft ${styles.empty}`}>{t("nothingYet")}</p>;
  const { task, check, prepared, columns } = reading;
  const { pairs, heldOut, longest, answers, leftOut, obstacle } = prepared;
  const offersLenient =
    isLenient || (check.unit === "character" && leftOut.some(({ kind }) => kind === "unknown"));
  return (
    <div className={styles.preview}>
      <p role="status">
        {obstacle
          ? t(`obstacle.${obstacle}`, {
              count: pairs.length,
              answers: answers.length,
              min: ownDataLimits.pairs.min,
              most: ownDataLimits.classes.max,
            })
          : t("counts", {
              count: pairs.length,
              pairs: numbers.count(pairs.length),
              train: numbers.count(pairs.length - heldOut),
              heldOut: numbers.count(heldOut),
            })}
      </p>
      {pairs.length > 0 && (
        <>
          <PairsPreview pairs={pairs} />
          <p className="soft small">
            {t(task === "own-labels" ? "lengthOfText" : "lengthOfPair", { longest, most: check.most })}
            {task === "own-labels" &&
              ` ${t("labels", { list: answers.slice(0, ownDataLimits.classes.max).join(t("between")) })}`}
            {columns > 2 && ` ${t("moreColumns", { columns })}`}
          </p>
        </>
      )}
      <LeftOutList leftOut={leftOut} unit={check.unit} />
      {offersLenient && (
        <Switch
          hint={t("lenient.hint")}
          isSelected={isLenient}
          label={t("lenient.label")}
          onChange={form.setLenient}
        />
      )}
      <div className={styles.train}>
        <label className={styles.name}>
          <span className="field-label">{t("name")}</span>
          <input
            maxLength={60}
            placeholder={t("unnamed")}
            value={form.name}
            onChange={({ target }) => form.setName(target.value)}
          />
        </label>
        <Button
          isDisabled={obstacle !== null}
          variant="primary"
          onPress={() => void form.train(reading, t("unnamed"))}
        >
          {t("train")}
        </Button>
      </div>
    </div>
  );
}
