import { type CSSProperties, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useWords } from "../../i18n/words";
import { findMethod } from "../../methods/index";
import { useRace } from "../../state/race";
import type { RaceInfo } from "../../worker/api";
import { failureText } from "../playground/failure-text";
import type { LaneLook } from "../playground/use-lanes";
import { examineLane, type Finding } from "./examine-lane";
import { MergeResult } from "./MergeResult";

interface Measured {
  /** Of a race that was open then: another race knows nothing of it. */
  readonly info: RaceInfo | null;
  readonly step: number;
  /** null while it is being measured. */
  readonly finding: Finding<"merge"> | null;
}

/** One lane: the button, and what was measured when it was pressed last. */
export function MergeRow({ lane, look }: { readonly lane: number; readonly look: LaneLook }) {
  const { t } = useTranslation("closer");
  const { t: failure } = useTranslation(["playground", "app"]);
  const words = useWords();
  const info = useRace((race) => race.info);
  const [last, setLast] = useState<Measured | null>(null);
  const mergeable = findMethod(look.spec.method)?.mergeable ?? false;
  const measured = last?.info === info ? last : null;
  const merge = async (): Promise<void> => {
    const { step } = useRace.getState();
    setLast({ info, step, finding: null });
    setLast({ info, step, finding: await examineLane(lane, { kind: "merge" }) });
  };
  const { finding } = measured ?? {};
  return (
    <li
      className={mergeable ? "merge-lane merge-room" : "merge-lane"}
      style={{ "--lane": look.color } as CSSProperties}
    >
      <span className="merge-name">{look.name}</span>
      <Button
        isDisabled={!mergeable || info === null || finding === null}
        label={t("merge.buttonOf", { name: look.name })}
        onPress={() => void merge()}
      >
        {t("merge.button")}
      </Button>
      <div className="merge-said" role="status">
        {!mergeable && (
          <p className="soft">{t("merge.cannot", { reason: words.method(look.spec.method).notMergeable })}</p>
        )}
        {finding === null && <p className="soft">{t("merge.working")}</p>}
        {finding?.ok === false && (
          <p className="wrong-answer">{failureText(finding.failure, failure, words)}</p>
        )}
        {finding?.ok && finding.value && <MergeResult check={finding.value} step={measured?.step ?? 0} />}
      </div>
    </li>
  );
}
