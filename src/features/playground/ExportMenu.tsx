import { ChevronDown, FileArchive } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { download } from "../../charts/download";
import type { Contents } from "../../export/readme";
import { useWords } from "../../i18n/words";
import { examineLane } from "../../race-view/examine-lane";
import { failureText } from "../../race-view/failure-text";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { TrainerFailure } from "../../worker/api";
import { exportOffers } from "./export-offers";
import styles from "./lanes.module.css";
import { type ExportRefusal, packExport } from "./pack-export";

const everything: readonly Contents[] = ["adapter", "base-and-adapter", "merged"];

/** What the last export came to. */
type Outcome =
  | { readonly kind: "packing" }
  | { readonly kind: "saved"; readonly name: string; readonly kilobytes: number }
  | { readonly kind: "refused"; readonly refusal: ExportRefusal }
  | { readonly kind: "failed"; readonly failure: TrainerFailure };

/** Exports a lane for Hugging Face: the adapter, the base with it, or one merged model. `children`: beside the button. */
export function ExportMenu({ lane, children }: { readonly lane: number; readonly children?: ReactNode }) {
  const store = useRaceStore();
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const isOpen = useRace((race) => race.info !== null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const spec = draft.lanes[lane];
  const base = findBase(draft.base);
  const offers = useMemo(() => spec && base && exportOffers(spec, base), [spec, base]);
  if (!spec || !base || !offers) return null;

  const save = async (contents: Contents): Promise<void> => {
    const refusal = offers[contents];
    if (refusal) return setOutcome({ kind: "refused", refusal });
    // A button that is disabled while it has the focus would lose it.
    if (outcome?.kind === "packing") return;
    setOutcome({ kind: "packing" });
    try {
      const found = await examineLane(store, lane, { kind: "whole-model", merged: contents === "merged" });
      if (!found.ok) return setOutcome({ kind: "failed", failure: found.failure });
      const packed = packExport(contents, { lane: spec, base, task: draft.task }, found.value);
      if (!packed.ok) return setOutcome({ kind: "refused", refusal: packed.refusal });
      const name = `${draft.base}-${draft.task}-${spec.method}-${contents}.zip`;
      download(name, new Blob([packed.zip], { type: "application/zip" }));
      setOutcome({ kind: "saved", name, kilobytes: Math.ceil(packed.zip.length / 1000) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      setOutcome({ kind: "failed", failure: { kind: "engine", detail } });
    }
  };
  return (
    <div className={styles.adapterFile}>
      <MenuTrigger>
        <AriaButton className="button button-plain" isDisabled={!isOpen}>
          <FileArchive aria-hidden size={16} />
          {t("exportModel.label")}
          <ChevronDown aria-hidden size={16} strokeWidth={2.5} />
        </AriaButton>
        <Popover
          className={`popover picker-popover ${styles.exportPopover}`}
          offset={6}
          placement="bottom start"
        >
          <Menu className="picker-list" onAction={(key) => void save(key as Contents)}>
            {everything.map((contents) => (
              <MenuItem
                key={contents}
                id={contents}
                className={offers[contents] ? `picker-item ${styles.exportRefused}` : "picker-item"}
                textValue={t(`exportModel.${contents}.label`)}
              >
                <Text slot="label">{t(`exportModel.${contents}.label`)}</Text>
                <Text slot="description" className="picker-hint">
                  {offers[contents]
                    ? t(`exportModel.refused.${offers[contents]}`)
                    : t(`exportModel.${contents}.hint`)}
                </Text>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {children}
      <p className="field-hint" role="status">
        {outcome && said(outcome)}
      </p>
    </div>
  );

  function said(last: Outcome): string {
    switch (last.kind) {
      case "packing":
        return t("exportModel.packing");
      case "saved":
        return t("exportModel.saved", { name: last.name, kilobytes: last.kilobytes });
      case "refused":
        return t(`exportModel.refused.${last.refusal}`);
      case "failed":
        return failureText(last.failure, t, words);
      default:
        return last satisfies never;
    }
  }
}
