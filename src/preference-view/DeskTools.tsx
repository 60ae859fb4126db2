import { Download, SkipForward, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../charts/download";
import { Button } from "../components/Button";
import { FileButton } from "../components/FileButton";
import { clicksOf, type Desk, emptyDesk, readDesk, writeDesk } from "../state/preference-desk";
import styles from "./DeskTools.module.css";
import { useDesk } from "./use-desk";

export interface DeskToolsProps {
  readonly canSkip: boolean;
  readonly onSkip: () => void;
  readonly onUndo: () => void;
}

/** Skip and take back; choices as a file, and back. */
export function DeskTools({ canSkip, onSkip, onUndo }: DeskToolsProps) {
  const { t } = useTranslation("preferences");
  const { language, desk, change } = useDesk();
  const [problem, setProblem] = useState<{
    readonly kind: "bad" | "otherLanguage";
    readonly at: Desk;
  } | null>(null);
  const [replaced, setReplaced] = useState<{ readonly former: Desk; readonly by: Desk } | null>(null);
  const hasChoices = desk.choices.length > 0;
  const lost = replaced?.by === desk ? clicksOf(replaced.former).length : 0;
  /** Puts another desk in the place of this one, which can be had back until the next choice. */
  const replace = (by: Desk): void => {
    setReplaced({ former: desk, by });
    change(() => by);
  };
  const save = (): void => {
    const file = new Blob([writeDesk(language.id, desk)], { type: "application/json" });
    download(`choices-${language.id}.json`, file);
  };
  const load = async (file: File): Promise<void> => {
    // A file that is gone or may not be read holds no choices either.
    const read = readDesk(await file.text().catch(() => ""));
    const isOurs = read?.language === language.id;
    if (read && isOurs) replace(read.desk);
    else setProblem({ kind: read ? "otherLanguage" : "bad", at: desk });
  };
  return (
    <>
      <div className={styles.tools}>
        <Button icon={<SkipForward aria-hidden size={16} />} isDisabled={!canSkip} onPress={onSkip}>
          {t("desk.skip")}
        </Button>
        <Button icon={<Undo2 aria-hidden size={16} />} isDisabled={!hasChoices} onPress={onUndo}>
          {t("desk.undo")}
        </Button>
        <span className={styles.gap} />
        <Button icon={<Download aria-hidden size={16} />} isDisabled={!hasChoices} onPress={save}>
          {t("desk.save")}
        </Button>
        <FileButton accept=".json" label={t("desk.load")} onChoose={(file) => void load(file)} />
        <Button
          icon={<Trash2 aria-hidden size={16} />}
          isDisabled={!hasChoices}
          onPress={() => replace({ ...emptyDesk })}
        >
          {t("desk.clear")}
        </Button>
      </div>
      {replaced && lost > 0 && (
        <p role="status">
          {t("desk.replaced", { count: lost })}{" "}
          <Button variant="quiet" onPress={() => change(() => replaced.former)}>
            {t("desk.bringBack")}
          </Button>
        </p>
      )}
      {problem?.at === desk && (
        <p className={styles.bad} role="alert">
          {t(`desk.${problem.kind}`)}
        </p>
      )}
    </>
  );
}
