import { type CSSProperties, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useWords } from "../../i18n/words";
import { findMethod } from "../../methods/index";
import { examineLane, type Finding } from "../../race-view/examine-lane";
import { failureText } from "../../race-view/failure-text";
import type { LaneStyle } from "../../race-view/use-lane-styles";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { RaceInfo } from "../../worker/api";
import styles from "./inspect.module.css";
import { MergeResult } from "./MergeResult";
import { StoppedNote } from "./StoppedNote";
import { useIsOpen } from "./use-stops";

interface Measured {
  /** Of a race that was open then: another race knows nothing of it. */
  readonly info: RaceInfo | null;
  /** null while it is being measured. */
  readonly finding: Finding<"merge"> | null;
}

export interface MergeRowProps {
  readonly lane: number;
  readonly laneStyle: LaneStyle;
  /** The step at which its weights stopped being numbers. */
  readonly stoppedAt: number | null;
}

/** One lane: the button, and what was measured when it was pressed last. */
export function MergeRow({ lane, laneStyle, stoppedAt }: MergeRowProps) {
  const store = useRaceStore();
  const { t } = useTranslation("inspect");
  const { t: failure } = useTranslation(["playground", "app"]);
  const words = useWords();
  const info = useRace((race) => race.info);
  const isOpen = useIsOpen();
  const [last, setLast] = useState<Measured | null>(null);
  const mergeable = findMethod(laneStyle.spec.method)?.mergeable ?? false;
  const measured = last?.info === info ? last : null;
  const merge = async (): Promise<void> => {
    setLast({ info, finding: null });
    setLast({ info, finding: await examineLane(store, lane, { kind: "merge" }) });
  };
  const { finding } = measured ?? {};
  return (
    <li
      className={mergeable ? `${styles.mergeLane} ${styles.mergeRoom}` : styles.mergeLane}
      style={{ "--lane": laneStyle.color } as CSSProperties}
    >
      <span className={styles.mergeName}>{laneStyle.name}</span>
      <Button
        isDisabled={!mergeable || !isOpen || stoppedAt !== null || finding === null}
        label={t("merge.buttonOf", { name: laneStyle.name })}
        onPress={() => void merge()}
      >
        {t("merge.button")}
      </Button>
      <div className={styles.mergeSaid} role="status">
        {!mergeable && (
          <p className="soft">
            {t("merge.cannot", { reason: words.method(laneStyle.spec.method).notMergeable })}
          </p>
        )}
        {mergeable && stoppedAt !== null && <StoppedNote name={laneStyle.name} step={stoppedAt} />}
        {finding === null && <p className="soft">{t("merge.working")}</p>}
        {finding?.ok === false && (
          <p className="wrong-answer">{failureText(finding.failure, failure, words)}</p>
        )}
        {finding?.ok && finding.value && stoppedAt === null && <MergeResult check={finding.value} />}
      </div>
    </li>
  );
}
