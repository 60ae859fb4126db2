import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { Segmented } from "../components/Segmented";
import { useLaneFinding } from "../race-view/use-lane-finding";
import { useRace } from "../race-view/use-race";
import type { PolicyLane } from "./policy-lanes";
import { SampledSentence } from "./SampledSentence";
import styles from "./SampleTable.module.css";
import { TermOfToken } from "./TermOfToken";

export interface SampleTableProps {
  readonly lanes: readonly PolicyLane[];
  readonly isOurs: boolean;
  readonly beta: number;
}

const count = 6;
const question = { kind: "samples", count, seed: 7 } as const;

/** What the base writes and what a lane writes from the same random numbers; every token can be pressed. */
export function SampleTable({ lanes, isOurs, beta }: SampleTableProps) {
  const { t } = useTranslation("preferences");
  const [lane, setLane] = useState(0);
  const [pressed, setPressed] = useState<{ readonly sentence: number; readonly token: number } | null>(null);
  const trained = lanes.filter(({ kind }) => kind !== "best");
  const step = useRace((race) => race.lanes[lane]?.series.evaluations.at(-1)?.step ?? 0);
  const language = useRace((race) => String(race.draft.taskOptions?.language));
  const isOpen = useRace(({ phase }) => phase === "paused" || phase === "running" || phase === "done");
  const before = useLaneFinding<"samples">(-1, isOpen && isOurs ? question : null, { about: language });
  const after = useLaneFinding<"samples">(lane, isOpen && isOurs && step > 0 ? question : null, {
    about: language,
    moment: step,
  });
  const objective = trained[lane]?.kind === "dpo" ? "dpo" : "policy-gradient";
  return (
    <Card
      aside={
        before &&
        trained.length > 1 && (
          <Segmented
            items={trained.map(({ name }, i) => ({ id: String(i), label: name }))}
            label={t("samples.lane")}
            value={String(lane)}
            onChange={(id) => {
              setLane(Number(id));
              setPressed(null);
            }}
          />
        )
      }
      title={t("samples.title")}
    >
      {before ? (
        <div className={styles.samples}>
          <section aria-label={t("samples.before")}>
            <h3>{t("samples.before")}</h3>
            <ul className={styles.list}>
              {before.map((answer, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same place is the same random numbers
                <li key={i}>
                  <SampledSentence answer={answer} />
                </li>
              ))}
            </ul>
          </section>
          <section aria-label={t("samples.after")}>
            <h3>{t("samples.after")}</h3>
            {after ? (
              <ul className={styles.list}>
                {after.map((answer, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same place is the same random numbers
                  <li key={i}>
                    <SampledSentence
                      answer={answer}
                      pressed={pressed?.sentence === i ? pressed.token : null}
                      onPress={(token) => setPressed({ sentence: i, token })}
                    />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="soft">{t("samples.none")}</p>
            )}
          </section>
          <p className={`${styles.wide} small soft`}>{t("samples.hint")}</p>
          {after && (
            <div className={styles.wide}>
              <TermOfToken answers={after} beta={beta} objective={objective} pressed={pressed} />
            </div>
          )}
        </div>
      ) : (
        <p className="soft">{t("samples.none")}</p>
      )}
    </Card>
  );
}
