import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { marks } from "../tasks/reader/vocabulary";
import { BenchFrame } from "./BenchFrame";
import { type BenchProps, greedy } from "./bench";
import { drawQuestions } from "./bench-questions";
import { CutLine } from "./CutLine";
import { SolvedPieces, type Stage } from "./SolvedPieces";
import styles from "./SplitBench.module.css";
import { cutChain, endsOf, pieceQuestion, piecesIn } from "./split-pieces";
import { useLookNow } from "./use-look-now";

const steps = 7;
const questions = 12;

/** The learner, or the model, cuts a long question; each piece is solved and its result carried on. */
export function SplitBench({ task, isReady }: BenchProps) {
  const { t } = useTranslation("prompt");
  const asked = useMemo(() => drawQuestions(task, steps, questions), [task]);
  const [place, setPlace] = useState(0);
  const [cuts, setCuts] = useState<readonly number[]>([]);
  const [stages, setStages] = useState<readonly Stage[]>([]);
  const [isSolving, setSolving] = useState(false);
  const { look, failure } = useLookNow();
  const question = asked[place]!;
  const { start, answer } = endsOf(question);

  const write = async (prompt: string): Promise<Stage | null> => {
    const found = await look({ kind: "write", prompt, decode: greedy, seed: 1 });
    const [sample] = found?.samples ?? [];
    return sample ? { prompt, written: sample.tokens, result: sample.answer } : null;
  };
  const solvePieces = async (pieces: readonly string[], before: readonly Stage[]): Promise<void> => {
    let done = before;
    let from = start;
    for (const piece of pieces) {
      const stage = await write(pieceQuestion(from, piece));
      if (!stage) return;
      done = [...done, stage];
      setStages(done);
      if (!/^\d$/.test(stage.result)) return;
      from = stage.result;
    }
  };
  const busy = async (work: () => Promise<void>): Promise<void> => {
    setSolving(true);
    setStages([]);
    await work();
    setSolving(false);
  };
  const letModelSplit = async (): Promise<void> => {
    const stage = await write(`${question} ${marks.split}`);
    if (!stage) return;
    const split = { ...stage, result: "" };
    setStages([split]);
    await solvePieces(piecesIn(stage.written), [split]);
  };
  const change = (made: readonly number[]): void => {
    setCuts(made);
    setStages([]);
  };
  const isDisabled = !isReady || isSolving;
  return (
    <BenchFrame failure={failure} hint={t("bench.split.hint")} title={t("bench.split.title")}>
      <CutLine cuts={cuts} isDisabled={isSolving} question={question} onChange={change} />
      <div className={styles.ways}>
        <Button
          isDisabled={isDisabled}
          onPress={() => void busy(() => solvePieces(cutChain(question, cuts), []))}
        >
          {t(cuts.length === 0 ? "bench.split.whole" : "bench.split.solve")}
        </Button>
        <Button isDisabled={isDisabled} onPress={() => void busy(letModelSplit)}>
          {t("bench.split.model")}
        </Button>
        <Button
          isDisabled={isSolving}
          variant="quiet"
          onPress={() => {
            change([]);
            setPlace((place + 1) % questions);
          }}
        >
          {t("bench.another")}
        </Button>
      </div>
      <SolvedPieces expected={answer} isDone={!isSolving} stages={stages} />
    </BenchFrame>
  );
}
