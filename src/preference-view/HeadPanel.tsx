import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useWords } from "../i18n/words";
import { wilsonBand } from "../lib/wilson";
import { failureText } from "../race-view/failure-text";
import { fewestForHead } from "../state/preference-race";
import { countRight, learnReward } from "../tasks/sentences/learned-reward";
import { headSteps } from "../training/preferences/preference-spec";
import styles from "./HeadPanel.module.css";
import { percent } from "./percent";
import { useDesk } from "./use-desk";
import type { HeldOut } from "./use-held-out";
import type { RewardHeadRun } from "./use-reward-head";
import { useWrites } from "./use-sentence-race";

export interface HeadPanelProps {
  readonly head: RewardHeadRun;
  readonly heldOut: HeldOut;
}

/** A reward model on the transformer beside the bag of words, both tested on the same pairs. */
export function HeadPanel({ head, heldOut: { train, test } }: HeadPanelProps) {
  const { t } = useTranslation("preferences");
  const { t: say } = useTranslation(["playground", "app"]);
  const words = useWords();
  const { language, clicks } = useDesk();
  const writes = useWrites(language.id);
  const missing = fewestForHead - clicks.length;
  const { progress, isRunning, failure } = head;
  const wordsRight = useMemo(() => countRight(learnReward(language, train), test), [language, train, test]);
  return (
    <section aria-label={t("head.title")} className={styles.head}>
      <h3>{t("head.title")}</h3>
      <p className="small soft">{t("head.note")}</p>
      {missing > 0 ? (
        <p className="soft">{t("head.missing", { count: missing })}</p>
      ) : (
        <Button isDisabled={isRunning || !writes || test.length === 0} onPress={head.train}>
          {t("head.train", { count: headSteps })}
        </Button>
      )}
      {progress && (
        <table className={styles.compared}>
          <caption className="visually-hidden">{t("head.compared")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("head.model")}</th>
              <th scope="col">{t("head.pairs", { count: test.length })}</th>
              <th scope="col">{t("head.band")}</th>
            </tr>
          </thead>
          <tbody>
            <Row count={test.length} name={t("head.words")} right={wordsRight} />
            <Row
              count={test.length}
              name={t("head.head")}
              note={t("head.step", { step: progress.step, steps: headSteps })}
              right={progress.right}
            />
          </tbody>
        </table>
      )}
      {failure && (
        <p className="wrong-answer" role="alert">
          {failureText(failure, say, words)}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly note?: string;
  readonly right: number;
  readonly count: number;
}

function Row({ name, note, right, count }: RowProps) {
  const { low, high } = wilsonBand(right, count);
  return (
    <tr>
      <th scope="row">
        {name}
        {note && <span className={styles.note}>{note}</span>}
      </th>
      <td>{percent(right / count)}</td>
      <td>
        {percent(low)}–{percent(high)}
      </td>
    </tr>
  );
}
