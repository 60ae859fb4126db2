import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { Segmented } from "../components/Segmented";
import { marks } from "../tasks/reader/vocabulary";
import { AttentionView } from "./AttentionView";
import { BenchFrame } from "./BenchFrame";
import { type BenchProps, greedy } from "./bench";
import { drawQuestions } from "./bench-questions";
import { answerIn, followingValues, rightValues, stepsIn } from "./chain-text";
import { StepRows } from "./StepRows";
import styles from "./StepsBench.module.css";
import { TokenLine } from "./TokenLine";
import { useLookNow } from "./use-look-now";
import { useRevealed } from "./use-revealed";

const steps = 4;
const questions = 12;
const none: readonly string[] = [];

/** What was written after the sign; the first `given` tokens of it were not the model's alone: the learner changed the last. */
interface Written {
  readonly tokens: readonly string[];
  readonly given: number;
}

/** The model answers a chain token by token; the learner overwrites a step, and the model goes on from there. */
export function StepsBench({ task, isReady }: BenchProps) {
  const { t } = useTranslation("prompt");
  const asked = useMemo(() => drawQuestions(task, steps, questions), [task]);
  const [place, setPlace] = useState(0);
  const [sign, setSign] = useState<":" | "=">(marks.steps);
  const [given, setGiven] = useState(none);
  const [written, setWritten] = useState<Written>({ tokens: none, given: 0 });
  const [looksAt, setLooksAt] = useState<number | null>(null);
  const { look, failure } = useLookNow();
  const question = asked[place]!;
  const shown = written.tokens.slice(0, useRevealed(written.tokens, written.given));
  useEffect(() => {
    if (!isReady) return;
    let isOver = false;
    const prompt = [question, sign, ...given].join(" ");
    void look({ kind: "write", prompt, decode: greedy, seed: 1 }).then((found) => {
      const [sample] = found?.samples ?? [];
      if (!isOver && sample) setWritten({ tokens: [...given, ...sample.tokens], given: given.length });
    });
    return () => {
      isOver = true;
    };
  }, [look, isReady, question, sign, given]);
  const restart = (): void => {
    setGiven(none);
    setWritten({ tokens: none, given: 0 });
    setLooksAt(null);
  };
  const right = rightValues(question);
  const answer = answerIn(sign, shown);
  const expected = [...right.values()].at(-1) ?? "";
  return (
    <BenchFrame failure={failure} hint={t("bench.steps.hint")} title={t("bench.steps.title")}>
      <div className={styles.bar}>
        <Segmented
          items={[
            { id: marks.steps, label: t("bench.steps.inSteps") },
            { id: marks.direct, label: t("bench.steps.atOnce") },
          ]}
          label={t("bench.steps.sign")}
          value={sign}
          onChange={(chosen) => {
            restart();
            setSign(chosen);
          }}
        />
        <Button
          variant="quiet"
          onPress={() => {
            restart();
            setPlace((place + 1) % questions);
          }}
        >
          {t("bench.another")}
        </Button>
      </div>
      <p className={styles.text}>
        <TokenLine tokens={[...question.split(" "), sign]} /> <TokenLine kind="written" tokens={shown} />
      </p>
      <StepRows
        following={followingValues(question, stepsIn(shown))}
        given={given}
        right={right}
        steps={stepsIn(shown)}
        onLook={({ at }) => setLooksAt(at)}
        onWrite={({ at }, value) => {
          setLooksAt(null);
          setGiven([...shown.slice(0, at), value]);
        }}
      />
      <p aria-live="polite" className={styles.answer}>
        {answer !== "" && t("bench.steps.answer", { answer, expected })}
      </p>
      {given.length > 0 && (
        <Button className={styles.undo} variant="plain" onPress={() => setGiven(none)}>
          {t("bench.steps.undo")}
        </Button>
      )}
      {looksAt !== null && (
        <AttentionView
          isReady={isReady}
          prompt={[question, sign, ...shown.slice(0, looksAt)].join(" ")}
          token={shown[looksAt] ?? ""}
        />
      )}
    </BenchFrame>
  );
}
