import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { Picker } from "../components/Picker";
import { createRandom } from "../lib/random";
import { useRaceStore } from "../race-view/use-race";
import { type TasteId, tasteIds } from "../tasks/sentences/tastes";
import { labelPairs } from "./label-pairs";
import { withReader } from "./pairs";
import styles from "./TastePicker.module.css";
import { useDesk } from "./use-desk";
import { useWrites } from "./use-sentence-race";

const counts = [16, 300] as const;

/** A taste to try, and the simulated reader that has it: it labels as many pairs as one likes. */
export function TastePicker() {
  const { t } = useTranslation("preferences");
  const { language, desk, change } = useDesk();
  const store = useRaceStore();
  const writes = useWrites(language.id);
  const [isBusy, setBusy] = useState(false);
  const { taste } = desk;
  const label = async (count: number): Promise<void> => {
    if (taste === null) return;
    setBusy(true);
    const before = desk.choices.length;
    const clicks = await labelPairs(store, language, taste, count, before);
    change(withReader(desk, clicks, createRandom(`reader/${taste}/${before}`)));
    setBusy(false);
  };
  const items = [
    { id: "free" as const, label: t("desk.free") },
    ...tasteIds.map((id) => ({ id, label: t(`taste.${id}`) })),
  ];
  return (
    <div className={styles.taste}>
      <div className={styles.suggestion}>
        {t("desk.suggestion")}{" "}
        <Picker<TasteId | "free">
          items={items}
          label={t("desk.tasteLabel")}
          value={taste ?? "free"}
          onChange={(id) => change({ ...desk, taste: id === "free" ? null : id })}
        />
      </div>
      <div className={styles.buttons}>
        {counts.map((count) => (
          <Button
            key={count}
            isDisabled={taste === null || isBusy || !writes}
            onPress={() => void label(count)}
          >
            {t("desk.label", { count })}
          </Button>
        ))}
      </div>
      <p className="small soft">{t("desk.labelHint")}</p>
    </div>
  );
}
