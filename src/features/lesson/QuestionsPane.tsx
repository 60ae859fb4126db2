import { useTranslation } from "react-i18next";
import { useWords } from "../../i18n/words";
import { AnswerCell } from "../../race-view/AnswerCell";
import { useRace } from "../../race-view/use-race";
import { LaneHeads } from "./LaneHeads";
import type { PaneProps } from "./pane-props";

/** As many questions as fit one screen. */
const most = 4;

/** Held-out questions, what the base answers, and what each lane answers now. */
export function QuestionsPane({ spec, lanes }: PaneProps) {
  const { t } = useTranslation("lessons");
  const words = useWords();
  const info = useRace((race) => race.info);
  const base = info?.spec.task === spec.task ? info.base.examples.slice(0, most) : [];
  const rows = base.length > 0 ? base : Array.from({ length: most }, () => undefined);
  return (
    // What scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={t("questions.title")} className="lesson-scroll" tabIndex={0}>
      <table className="lesson-questions">
        <thead>
          <tr>
            <th scope="col">{t("questions.title")}</th>
            <th scope="col">{t("questions.right")}</th>
            <th scope="col">{t("questions.base")}</th>
            <LaneHeads lanes={lanes} />
          </tr>
        </thead>
        <tbody>
          {rows.map((question, i) => (
            <tr key={question?.input ?? `row ${i}`}>
              <th scope="row">{question?.input ?? "…"}</th>
              <td>{question ? words.answer(spec.task, question.expected) : "…"}</td>
              <AnswerCell
                answer={question && words.answer(spec.task, question.answer)}
                score={question?.score}
              />
              {lanes.map(({ look, run }) => {
                const example = run?.series.evaluations
                  .findLast(({ examples }) => examples.length > 0)
                  ?.examples.find(({ input }) => input === question?.input);
                return (
                  <AnswerCell
                    key={look.key}
                    answer={example && words.answer(spec.task, example.answer)}
                    score={example?.score}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
