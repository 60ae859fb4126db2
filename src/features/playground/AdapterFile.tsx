import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../charts/download";
import { Button } from "../../components/Button";
import { FileButton } from "../../components/FileButton";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { useRace } from "../../race-view/use-race";
import type { Result, TrainerFailure } from "../../worker/api";
import styles from "./lanes.module.css";

/** The largest adapter of any base here is far smaller. */
const mostMegabytes = 16;

/** Saves a lane's adapter as a safetensors file, and puts a saved one back. */
export function AdapterFile({ lane }: { readonly lane: number }) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const isOpen = useRace((race) => race.info !== null);
  const save = useRace((race) => race.saveAdapter);
  const load = useRace((race) => race.loadAdapter);
  const [said, say] = useState<"saved" | "loaded" | "tooBig" | TrainerFailure | null>(null);
  const tell = async (work: Promise<Result<unknown>>, good: "saved" | "loaded"): Promise<void> => {
    try {
      const result = await work;
      say(result.ok ? good : result.failure);
    } catch (error) {
      say({ kind: "engine", detail: error instanceof Error ? error.message : String(error) });
    }
  };

  const saveFile = async (): Promise<Result<Uint8Array>> => {
    const result = await save(lane);
    if (result.ok) {
      const name = `${draft.base}-${draft.task}-${draft.lanes[lane]?.method ?? lane}.safetensors`;
      download(
        name,
        new Blob([result.value as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" }),
      );
    }
    return result;
  };
  const loadFile = async (chosen: File): Promise<Result<unknown>> =>
    load(lane, new Uint8Array(await chosen.arrayBuffer()));
  const take = (chosen: File): void => {
    if (chosen.size > mostMegabytes * 1024 * 1024) say("tooBig");
    else void tell(loadFile(chosen), "loaded");
  };
  return (
    <div className={styles.adapterFile}>
      <Button
        icon={<Download aria-hidden size={16} />}
        isDisabled={!isOpen}
        onPress={() => void tell(saveFile(), "saved")}
      >
        {t("adapter.save")}
      </Button>
      <FileButton accept=".safetensors" isDisabled={!isOpen} label={t("adapter.load")} onChoose={take} />
      <p className="field-hint" role="status">
        {typeof said === "string"
          ? t(`adapter.${said}`, { limit: mostMegabytes })
          : said && failureText(said, t, words)}
      </p>
    </div>
  );
}
