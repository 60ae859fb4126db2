import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { readQuestion, solve } from "../tasks/reader/arithmetic";
import { digits, marks } from "../tasks/reader/vocabulary";
import { BenchFrame } from "./BenchFrame";
import type { BenchProps } from "./bench";
import { drawQuestions } from "./bench-questions";
import { type Route, Routes } from "./Routes";
import { TokenLine } from "./TokenLine";
import { useLookNow } from "./use-look-now";
import { VotePile } from "./VotePile";
import styles from "./VotesBench.module.css";

const steps = 5;
const questions = 12;
const mostVotes = 25;

/** The learner draws answers to one question, sees the way each took, and how the votes pile up. */
export function VotesBench({ task, isReady }: BenchProps) {
  const { t } = useTranslation("prompt");
  const asked = useMemo(() => drawQuestions(task, steps, questions), [task]);
  const [place, setPlace] = useState(0);
  const [routes, setRoutes] = useState<readonly Route[]>([]);
  const [isDrawing, setDrawing] = useState(false);
  const { look, failure } = useLookNow();
  const question = asked[place]!;
  const expected = digits[solve(readQuestion(question))]!;
  const draw = async (count: number): Promise<void> => {
    const samples = Math.min(count, mostVotes - routes.length);
    setDrawing(true);
    const found = await look({
      kind: "write",
      prompt: `${question} ${marks.steps}`,
      decode: { temperature: 1, topK: 0, samples, vote: samples > 1 },
      // Other answers each time, and for each question.
      seed: 1000 * place + routes.length,
    });
    setDrawing(false);
    setRoutes([...routes, ...(found?.samples ?? [])]);
  };
  return (
    <BenchFrame failure={failure} hint={t("bench.votes.hint")} title={t("bench.votes.title")}>
      <p className={styles.question}>
        <TokenLine tokens={[...question.split(" "), marks.steps]} />
      </p>
      <div className={styles.ways}>
        {[1, 5, mostVotes].map((count) => (
          <Button
            key={count}
            isDisabled={!isReady || isDrawing || routes.length >= mostVotes}
            onPress={() => void draw(count)}
          >
            {count === mostVotes ? t("bench.votes.all", { count }) : t("bench.votes.draw", { count })}
          </Button>
        ))}
        <Button
          isDisabled={isDrawing}
          variant="quiet"
          onPress={() => {
            setPlace((place + 1) % questions);
            setRoutes([]);
          }}
        >
          {t("bench.another")}
        </Button>
      </div>
      <VotePile answers={routes.map(({ answer }) => answer)} expected={expected} most={mostVotes} />
      <Routes expected={expected} routes={routes} />
    </BenchFrame>
  );
}
