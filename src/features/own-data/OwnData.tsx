import { X } from "lucide-react";
import { type DragEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { IconButton } from "../../components/IconButton";
import { useRace } from "../../race-view/use-race";
import { ownDataOf } from "../../state/draft";
import { useOwnData } from "../../state/own-data";
import { KeptSets } from "./KeptSets";
import styles from "./own-data.module.css";
import { PairsField } from "./PairsField";
import { Preview } from "./Preview";
import { useOwnDataForm } from "./use-own-data-form";

/** A learner's own data: paste or drop them, see what the model can read of them, and train. */
export function OwnData() {
  const { t } = useTranslation("ownData");
  const form = useOwnDataForm();
  const missing = useRace((race) => race.failure?.kind === "data" && race.failure.problem === "not-here");
  const hash = useRace((race) => ownDataOf(race.draft));
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    room.current?.querySelector("textarea")?.focus({ preventScroll: true });
    room.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void form.take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button
    <div ref={room} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Card
        aside={
          <IconButton label={t("close")} onPress={() => useOwnData.getState().show(false)}>
            <X aria-hidden size={18} />
          </IconButton>
        }
        className={styles.ownData}
        title={t("title")}
      >
        {missing && <p role="status">{t("missing", { hash })}</p>}
        <p className="soft">{t("about")}</p>
        <div className={styles.columns}>
          <PairsField form={form} />
          <Preview form={form} />
        </div>
        <KeptSets onChoose={form.choose} />
      </Card>
    </div>
  );
}
