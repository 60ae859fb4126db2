import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { NumberField } from "../../components/NumberField";
import { Slider } from "../../components/Slider";
import { countVotes } from "../../experiments/prompt/vote";
import { useWords } from "../../i18n/words";
import { useThingName } from "../../prompt-view/thing-names";
import { useIsPromptOpen } from "../../prompt-view/use-look";
import { failureText } from "../../race-view/failure-text";
import type { ModelRef } from "../../training/race-spec";
import styles from "./lab-votes.module.css";
import { problemOf } from "./read-prompt";
import { SampleList } from "./SampleList";
import { useSampling } from "./use-sampling";

const mostSamples = 40;
const hottest = 2;

/** Samples several answers to the prompt, one by one, and counts their votes. */
export function VotesCard({ prompt, model }: { readonly prompt: string; readonly model: ModelRef | null }) {
  const { t } = useTranslation("lab");
  const { t: failureWords } = useTranslation(["playground", "app"]);
  const words = useWords();
  const nameOf = useThingName();
  const isOpen = useIsPromptOpen();
  const [count, setCount] = useState(9);
  const [temperature, setTemperature] = useState(1);
  const { samples, isSampling, failure, draw, stop } = useSampling(prompt, model);
  const votes = countVotes(samples.map(({ answer }) => answer));
  const isReadable = problemOf(prompt) === null;
  return (
    <Card title={t("votes.title")}>
      <div className={styles.body}>
        <p className="soft small">{t("votes.hint")}</p>
        <div className={styles.controls}>
          <NumberField label={t("votes.count")} max={mostSamples} min={1} value={count} onChange={setCount} />
          <div className={styles.slider}>
            <Slider
              format={(value) => value.toFixed(1)}
              label={t("votes.temperature")}
              max={hottest}
              min={0.1}
              step={0.1}
              value={temperature}
              onChange={setTemperature}
            />
          </div>
          <Button
            isDisabled={!isSampling && !(isOpen && isReadable)}
            variant="primary"
            onPress={isSampling ? stop : () => draw(count, temperature)}
          >
            {isSampling ? t("votes.stop") : t("votes.draw", { count })}
          </Button>
        </div>
        {failure && (
          <p className="wrong-answer" role="alert">
            {failureText(failure, failureWords, words)}
          </p>
        )}
        <ol aria-label={t("votes.tally")} className={styles.tally}>
          {votes.map(({ answer, count: of }, i) => (
            <li key={answer} data-winner={i === 0 && answer !== ""}>
              <span>{answer === "" ? t("votes.noAnswer") : nameOf(answer)}</span>
              <Meter share={of / samples.length} />
              <span className="tabular">{of}</span>
            </li>
          ))}
        </ol>
        <p className="soft small" role="status">
          {!isSampling && samples.length > 0 && votes[0]
            ? votes[0].answer === ""
              ? t("votes.nobody")
              : t("votes.winner", {
                  answer: nameOf(votes[0].answer),
                  votes: votes[0].count,
                  count: samples.length,
                })
            : ""}
        </p>
        <SampleList samples={samples} />
      </div>
    </Card>
  );
}
