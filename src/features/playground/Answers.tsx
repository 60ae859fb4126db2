import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Card } from "../../components/Card";
import { useWords } from "../../i18n/words";
import { AnswerCell } from "../../race-view/AnswerCell";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useLaneLooks } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";
import type { WorkedExample } from "../../worker/api";
import { Ask } from "./Ask";
import { AttachSwitch } from "./AttachSwitch";
import { DetailStep, selectDetailed } from "./DetailStep";
import { OwnAnswers } from "./OwnAnswers";
import "./answers.css";

const redrawMs = 400;
/** Keeps the room of the questions before they are known. */
const rowsToCome: readonly WorkedExample[] = Array.from({ length: 8 }, (_, i) => ({
  input: "\u00a0".repeat(i + 1),
  expected: "",
  answer: "",
  score: Number.NaN,
}));

/** Questions nobody trained on, and the learner's own, with the answers of the base and of every lane now. */
export function Answers() {
  const { t } = useTranslation("playground");
  const hasNewHead = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const isOfSentences = useRace((race) => findBase(race.draft.base)?.config.kind === "encoder");
  return (
    <Card aside={<DetailStep />} className="answers" title={t("answers.title")}>
      <Ask />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="answers-scroll" aria-label={t("answers.table")} tabIndex={0}>
        <table className={`answers-table ${isOfSentences ? "answers-sentences" : ""}`}>
          <colgroup>
            <col className="answers-question" />
            <col className="answers-right" />
          </colgroup>
          <AnswersHead />
          <tbody>
            <OwnAnswers />
            <HeldOutAnswers />
          </tbody>
        </table>
      </section>
      {hasNewHead && <p className="soft small">{t("answers.newHead")}</p>}
    </Card>
  );
}

const AnswersHead = memo(function AnswersHead() {
  const { t } = useTranslation("playground");
  const looks = useLaneLooks();
  return (
    <thead>
      <tr>
        <th scope="col">{t("answers.question")}</th>
        <th scope="col">{t("answers.right")}</th>
        <th scope="col">{t("answers.base")}</th>
        {looks.map(({ key, name, color }) => (
          <th key={key} scope="col" style={{ "--lane": color } as CSSProperties}>
            <span className="answers-lane">{name}</span>
          </th>
        ))}
      </tr>
      <tr className="answers-switches">
        <td colSpan={3}>{t("answers.attachedHint")}</td>
        {looks.map(({ key, name }, lane) => (
          <td key={key}>
            <AttachSwitch lane={lane} name={name} />
          </td>
        ))}
      </tr>
    </thead>
  );
});

function HeldOutAnswers() {
  const looks = useLaneLooks();
  const words = useWords();
  const task = useRace((race) => race.draft.task);
  const detached = useRace((race) => race.detached);
  const [start, ...latest] = useCalmRace(selectDetailed, redrawMs);
  const base = start?.examples ?? rowsToCome;
  const shown = looks.map((_, lane) => (detached.includes(lane) ? base : (latest[lane]?.examples ?? [])));
  return base.map((question) => (
    <tr key={question.input}>
      <th scope="row">
        <span className="answers-input">{question.input}</span>
      </th>
      <td>{words.answer(task, question.expected)}</td>
      <AnswerCell answer={words.answer(task, question.answer)} score={question.score} />
      {looks.map(({ key }, lane) => {
        const example = shown[lane]?.find(({ input }) => input === question.input);
        const answer = example && words.answer(task, example.answer);
        return <AnswerCell key={key} answer={answer} score={example?.score} />;
      })}
    </tr>
  ));
}

/** The base, then the lanes. Examples are not taken at every evaluation: the last that has some. */
