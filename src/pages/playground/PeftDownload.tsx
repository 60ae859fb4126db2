import { FileArchive } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { download } from "../../charts/download";
import { Button } from "../../components/Button";
import { useWords } from "../../i18n/words";
import { useRace } from "../../state/race";
import type { TrainerFailure } from "../../worker/api";
import { failureText } from "./failure-text";
import { type Packed, packPeft } from "./pack-peft";

/** Saves a lane's adapter the way HF PEFT does: its config and its tensors, in one zip. `children`: more ways out, beside the button. */
export function PeftDownload({ lane, children }: { readonly lane: number; readonly children?: ReactNode }) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const isOpen = useRace((race) => race.info !== null);
  const save = useRace((race) => race.saveAdapter);
  const [said, say] = useState<"saved" | Extract<Packed, { ok: false }>["refusal"] | TrainerFailure | null>(
    null,
  );
  const spec = draft.lanes[lane];
  const base = findBase(draft.base);

  const take = async (): Promise<void> => {
    if (!spec || !base) return;
    try {
      const result = await save(lane);
      if (!result.ok) return say(result.failure);
      const packed = packPeft(result.value, spec, base);
      if (!packed.ok) return say(packed.refusal);
      download(
        `${draft.base}-${draft.task}-${spec.method}-peft.zip`,
        new Blob([packed.zip], { type: "application/zip" }),
      );
      say("saved");
    } catch (error) {
      say({ kind: "engine", detail: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="adapter-file">
      <Button
        icon={<FileArchive aria-hidden size={16} />}
        isDisabled={!isOpen}
        label={t("peft.label")}
        onPress={() => void take()}
      >
        HF PEFT (.zip)
      </Button>
      {children}
      <p className="field-hint" role="status">
        {typeof said === "string" ? t(`peft.${said}`) : said && failureText(said, t, words)}
      </p>
    </div>
  );
}
