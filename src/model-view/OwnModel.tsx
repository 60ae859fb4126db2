import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { FileButton } from "../components/FileButton";
import { useHydrated } from "../components/use-hydrated";
import type { Architecture } from "../counting/architecture";
import { countArchitecture } from "../counting/count";
import { useNumbers } from "../i18n/numbers";
import { readStored, writeStored } from "../state/storage";
import styles from "./OwnModel.module.css";
import { type OwnText, readOwnText } from "./own-text";
import { useConfigProblem } from "./use-config-problem";

export interface OwnModelProps {
  readonly own: Architecture | null;
  readonly onChoose: (own: Architecture | null) => void;
}

/** Where what was typed is kept, right or wrong. */
const draftKey = "tuning-playground.config";
/** A config.json has a few kilobytes. */
const mostBytes = 1_000_000;

/** A model that is not in the list, by its config.json: pasted, typed, dropped or from a file. */
export function OwnModel({ own, onChoose }: OwnModelProps) {
  const { t } = useTranslation("realModels");
  const { count } = useNumbers();
  const tell = useConfigProblem();
  const ids = useId();
  const isHydrated = useHydrated();
  const [text, setText] = useState(() => (isHydrated ? firstText(own) : ""));
  const [isTooBig, setTooBig] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const [isOpen, setOpen] = useState(text !== "");
  const read = readOwnText(text);
  const isCounted = own !== null && read.kind === "model" && isSame(own, read.model);

  const write = (next: string): void => {
    setText(next);
    setTooBig(false);
    setUnreadable(false);
    writeStored(draftKey, next);
    const found = readOwnText(next);
    if (found.kind === "model") onChoose(found.model);
    if (found.kind === "nothing") onChoose(null);
  };
  const take = async (chosen: File): Promise<void> => {
    if (chosen.size > mostBytes) return setTooBig(true);
    try {
      write(await chosen.text());
    } catch {
      // A folder, or a file that was moved meanwhile.
      setUnreadable(true);
    }
  };
  const drop = (event: DragEvent): void => {
    const dropped = event.dataTransfer.files[0];
    if (!dropped) return;
    event.preventDefault();
    void take(dropped);
  };
  const said = (found: OwnText): string => {
    if (isTooBig) return t("own.tooBig");
    if (isUnreadable) return t("own.unreadable");
    switch (found.kind) {
      case "nothing":
        return "";
      case "model":
        return t("own.read", {
          model: found.model.id,
          total: count(countArchitecture(found.model, "full").total),
        });
      case "problem":
        return tell(found.error);
      default:
        throw new Error(`unhandled text: ${JSON.stringify(found satisfies never)}`);
    }
  };
  const isWrong = isTooBig || isUnreadable || read.kind === "problem";
  return (
    <details className={styles.own} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("own.open")}</summary>
      <label className="field-label" htmlFor={`${ids}-text`}>
        {t("own.label")}
      </label>
      <textarea
        aria-describedby={`${ids}-hint ${ids}-said`}
        aria-invalid={isWrong}
        autoCapitalize="off"
        autoComplete="off"
        className={styles.text}
        id={`${ids}-text`}
        placeholder={'{ "model_type": "llama", "hidden_size": 4096, … }'}
        rows={7}
        spellCheck={false}
        value={text}
        onChange={(event) => write(event.target.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      />
      <p className={`field-hint ${styles.hint}`} id={`${ids}-hint`}>
        {t("own.hint")}
      </p>
      <p
        className={isWrong ? `${styles.said} ${styles.wrong}` : styles.said}
        id={`${ids}-said`}
        role="status"
      >
        {said(read)}
      </p>
      <div className={styles.buttons}>
        <FileButton
          accept=".json,application/json"
          label={t("own.file")}
          onChoose={(file) => void take(file)}
        />
        {read.kind === "model" && !isCounted && (
          <Button variant="primary" onPress={() => onChoose(read.model)}>
            {t("own.count")}
          </Button>
        )}
        {text !== "" && (
          <Button variant="quiet" onPress={() => write("")}>
            {t("own.clear")}
          </Button>
        )}
      </div>
    </details>
  );
}

/** What was typed last, unless the address has another model. */
function firstText(own: Architecture | null): string {
  const draft = readDraft();
  const read = readOwnText(draft);
  if (!own || (read.kind === "model" && isSame(own, read.model))) return draft;
  return JSON.stringify({ _name_or_path: own.id, ...own.config }, null, 2);
}

function readDraft(): string {
  const stored = readStored(draftKey);
  try {
    const draft: unknown = JSON.parse(stored ?? '""');
    return typeof draft === "string" ? draft : "";
  } catch {
    return "";
  }
}

function isSame(one: Architecture, other: Architecture): boolean {
  return one.id === other.id && JSON.stringify(one.config) === JSON.stringify(other.config);
}
