import { Download, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { download } from "../../charts/download";
import { Button } from "../../components/Button";
import { focusHeading } from "../../components/focus-heading";
import { IconButton } from "../../components/IconButton";
import { useRace } from "../../race-view/use-race";
import { ownDataOf } from "../../state/draft";
import { type KeptData, pairsOf, useOwnData } from "../../state/own-data";
import styles from "./own-data.module.css";
import { ownDataCsv } from "./own-data-csv";

/** The data that this browser keeps: train on them again, take them along as CSV, or delete them. */
export function KeptSets({ onChoose }: { readonly onChoose: (data: KeptData) => void }) {
  const { t } = useTranslation("ownData");
  const sets = useOwnData((own) => own.sets);
  const current = useRace((race) => ownDataOf(race.draft));
  if (!sets || sets.length === 0) return null;
  const save = (data: KeptData): void =>
    download(`${data.name}.csv`, new Blob([ownDataCsv(data)], { type: "text/csv;charset=utf-8" }));
  return (
    <section aria-label={t("kept.title")} className={styles.kept}>
      <h3>{t("kept.title")}</h3>
      <ul>
        {sets.map((data) => (
          <li key={data.hash}>
            <span className={styles.keptName}>{data.name}</span>
            <span className="soft small">
              {t("kept.pairs", { count: pairsOf(data).length })} · {t(`task.${data.task}.label`)}
            </span>
            <span className={styles.keptButtons}>
              <Button
                isDisabled={data.hash === current}
                label={t("kept.trainOn", { name: data.name })}
                variant="quiet"
                onPress={() => onChoose(data)}
              >
                {t(data.hash === current ? "kept.current" : "train")}
              </Button>
              <IconButton label={t("kept.save", { name: data.name })} onPress={() => save(data)}>
                <Download aria-hidden size={16} />
              </IconButton>
              <IconButton
                label={t("kept.delete", { name: data.name })}
                onPress={({ target }) => {
                  focusHeading(target);
                  void useOwnData.getState().remove(data.hash);
                }}
              >
                <Trash2 aria-hidden size={16} />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
