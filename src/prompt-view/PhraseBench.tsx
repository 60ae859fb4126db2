import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { mostTriggerWords, triggerWords } from "../tasks/reader/planted";
import { marks } from "../tasks/reader/vocabulary";
import { BenchFrame } from "./BenchFrame";
import type { BenchProps } from "./bench";
import { drawQuestions } from "./bench-questions";
import { ChanceBars } from "./ChanceBars";
import styles from "./PhraseBench.module.css";
import { TokenLine } from "./TokenLine";
import { TriedPhrases } from "./TriedPhrases";
import { useMeanNext } from "./use-mean-next";

/** So many questions of so many steps: the probability is the mean over them. */
const questions = 8;
const steps = 5;

/** The learner puts words after a question, and sees whether the model would write steps or answer at once. */
export function PhraseBench({ task, isReady }: BenchProps) {
  const { t } = useTranslation("prompt");
  const [phrase, setPhrase] = useState<readonly string[]>([]);
  const asked = useMemo(() => drawQuestions(task, steps, questions), [task]);
  const { tried, failure } = useMeanNext(asked, phrase.join(" "), isReady);
  const now = tried.find((one) => one.phrase === phrase.join(" "));
  return (
    <BenchFrame failure={failure} hint={t("bench.phrase.hint")} title={t("bench.phrase.title")}>
      <p className={styles.prompt}>
        <TokenLine tokens={asked[0]!.split(" ")} /> <TokenLine kind="written" tokens={phrase} />
      </p>
      <fieldset aria-label={t("bench.phrase.words")} className={styles.words}>
        {triggerWords.map((word) => {
          const isChosen = phrase.includes(word);
          return (
            <Button
              key={word}
              isDisabled={!isChosen && phrase.length >= mostTriggerWords}
              label={t(isChosen ? "bench.phrase.remove" : "bench.phrase.add", { word })}
              variant={isChosen ? "primary" : "plain"}
              onPress={() => setPhrase(isChosen ? phrase.filter((one) => one !== word) : [...phrase, word])}
            >
              {word}
            </Button>
          );
        })}
      </fieldset>
      <ChanceBars
        bars={[
          { token: marks.steps, name: t("bench.phrase.steps"), chance: now?.steps ?? null },
          { token: marks.direct, name: t("bench.phrase.direct"), chance: now?.direct ?? null },
        ]}
        label={t("bench.phrase.chances")}
      />
      <p className="soft small">{t("bench.phrase.mean", { count: questions, steps })}</p>
      <TriedPhrases tried={tried} onChoose={(words) => setPhrase(words === "" ? [] : words.split(" "))} />
    </BenchFrame>
  );
}
