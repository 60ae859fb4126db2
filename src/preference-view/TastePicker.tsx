import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { Picker } from "../components/Picker";
import { useWords } from "../i18n/words";
import { createRandom } from "../lib/random";
import { failureText } from "../race-view/failure-text";
import { useRaceStore } from "../race-view/use-race";
import { mostChoices } from "../state/preference-desk";
import { type TasteId, tasteIds } from "../tasks/sentences/tastes";
import type { TrainerFailure } from "../worker/api";
import { labelPairs } from "./label-pairs";
import { withReader } from "./pairs";
import styles from "./TastePicker.module.css";
import { useDesk } from "./use-desk";
import { useWrites } from "./use-sentence-race";

const counts = [16, 300] as const;

/** A taste to try, and the simulated reader that has it: it labels as many pairs as one likes. */
export function TastePicker() {
  const { t } = useTranslation("preferences");
  const { t: say } = useTranslation(["playground", "app"]);
  const words = useWords();
  const { language, desk, change } = useDesk();
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  const store = useRaceStore();
  const writes = useWrites(language.id);
  const [isBusy, setBusy] = useState(false);
  const { taste } = desk;
  const label = async (count: number): Promise<void> => {
    if (taste === null) return;
    setBusy(true);
    const before = desk.choices.length;
    const labelled = await labelPairs(store, language, taste, count, before);
    setBusy(false);
    setFailure(labelled.ok ? null : labelled.failure);
    if (!labelled.ok) return;
    const random = createRandom(`reader/${taste}/${before}`);
    change((now) => withReader(now, labelled.value, random));
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
          onChange={(id) => change((now) => ({ ...now, taste: id === "free" ? null : id }))}
        />
      </div>
      <div className={styles.buttons}>
        {counts.map((count) => (
          <Button
            key={count}
            isDisabled={taste === null || isBusy || !writes || desk.choices.length >= mostChoices}
            onPress={() => void label(count)}
          >
            {t("desk.label", { count })}
          </Button>
        ))}
      </div>
      <p className="small soft">{t("desk.labelHint")}</p>
      {failure && (
        <p className="wrong-answer" role="alert">
          {failureText(failure, say, words)}
        </p>
      )}
    </div>
  );
}
