import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { Switch } from "../../components/Switch";
import { useNumbers } from "../../i18n/numbers";
import { useRace } from "../../state/race";
import type { LaneRun } from "../../state/race-events";
import type { Evaluation } from "../../worker/api";
import { AnswerCell } from "./AnswerCell";
import { Ask } from "./Ask";
import { useCalm } from "./use-calm";
import { useLaneLooks } from "./use-lanes";

/** Questions nobody trained on, and the learner's own, with the answers of the base and of every lane now. */
export function Answers() {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const looks = useLaneLooks();
  const info = useRace((race) => race.info);
  const detached = useRace((race) => race.detached);
  const question = useRace((race) => race.question);
  const runs = useCalm(
    useRace((race) => race.lanes),
    400,
  );
  const base = info?.base;
  const latest = useMemo(() => runs.map(latestExamples), [runs]);
  const shown = (lane: number): Evaluation | undefined =>
    detached.includes(lane) ? base : (latest[lane] ?? base);
  const step = Math.max(0, ...latest.map((evaluation) => evaluation?.step ?? 0));
  const own = (lane: number) =>
    question.answers.find((answer) => answer.lane === (detached.includes(lane) ? -1 : lane));
  return (
    <Card
      aside={<span>{t("answers.atStep", { step: numbers.count(step) })}</span>}
      className="answers"
      title={t("answers.title")}
    >
      <Ask />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="answers-scroll" aria-label={t("answers.title")} tabIndex={0}>
        <table className="answers-table">
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
          <tbody>
            <tr className="answers-own">
              <th scope="row">
                {question.status === "none" || question.input === "" ? t("answers.yours") : question.input}
              </th>
              <td />
              <OwnCell answer={question.answers.find(({ lane }) => lane === -1)} />
              {looks.map(({ key }, lane) => (
                <OwnCell key={key} answer={own(lane)} />
              ))}
            </tr>
            {(base?.examples ?? []).map(({ input, expected, answer, score }) => (
              <tr key={input}>
                <th scope="row">{input}</th>
                <td>{expected}</td>
                <AnswerCell answer={answer} score={score} />
                {looks.map(({ key }, lane) => {
                  const example = shown(lane)?.examples.find((other) => other.input === input);
                  return <AnswerCell key={key} answer={example?.answer} score={example?.score} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function AttachSwitch({ lane, name }: { readonly lane: number; readonly name: string }) {
  const { t } = useTranslation("playground");
  const detached = useRace((race) => race.detached);
  const detach = useRace((race) => race.detach);
  const off = detached.includes(lane);
  return (
    <div title={t(off ? "answers.putOn" : "answers.takeOff", { name })}>
      <Switch
        isSelected={!off}
        label={t(off ? "answers.off" : "answers.on", { name })}
        onChange={(on) => detach(on ? detached.filter((other) => other !== lane) : [...detached, lane])}
      />
    </div>
  );
}

function OwnCell({
  answer,
}: {
  readonly answer: { readonly text: string; readonly confidence: number } | undefined;
}) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  if (!answer) return <td className="answer-none">–</td>;
  return (
    <td>
      {answer.text === "" ? "∅" : answer.text}
      <small title={t("answers.confidence")}>{numbers.score(answer.confidence)}</small>
    </td>
  );
}

/** Examples are not taken at every evaluation: the last that has some. */
function latestExamples({ series }: LaneRun): Evaluation | undefined {
  return series.evaluations.findLast(({ examples }) => examples.length > 0);
}
