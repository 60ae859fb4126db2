import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { type SearchPlan, usualPlan } from "../../experiments/prompt/search-rounds";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { QuestionInput } from "../../race-view/QuestionInput";
import styles from "./bench.module.css";
import { PairsTable } from "./PairsTable";
import { type Round, usePromptSearch } from "./use-prompt-search";

/** How many of the best candidates are shown. */
const shown = 6;

/** What each search of the lessons knows, and how far it goes. */
const searches = {
  instruction: { pairs: 5, plan: usualPlan },
  phrase: { pairs: 16, length: 5, plan: { proposals: 24, keep: 6, perRound: 24 } },
} as const satisfies Record<string, { pairs: number; length?: number; plan: SearchPlan }>;

export interface SearchBenchProps {
  readonly of: keyof typeof searches;
  /** The base is open: it can be asked. */
  readonly isReady: boolean;
}

/** A search for a prompt that the learner takes round by round, with a prompt of theirs among the candidates. */
export function SearchBench({ of, isReady }: SearchBenchProps) {
  const { t } = useTranslation("lessons");
  const { t: say } = useTranslation(["playground", "app"]);
  const words = useWords();
  const { plan, ...known } = searches[of];
  const [count, setCount] = useState<number>(known.pairs);
  const [mine, setMine] = useState("");
  const search = usePromptSearch({ ...known, pairs: count }, plan, isReady);
  const id = useId();
  const add = (event: FormEvent): void => {
    event.preventDefault();
    search.add(mine.trim().toLowerCase());
  };
  const isFirst = search.rounds.length === 0;
  return (
    <section aria-label={t("bench.search")} className={styles.bench}>
      {of === "instruction" && <PairsTable count={count} pairs={search.pairs} />}
      {of === "instruction" && (
        <div className={styles.known}>
          <span aria-hidden>{t("bench.pairsKnown")}</span>
          <Segmented
            items={[1, 5].map((value) => ({
              id: String(value),
              label: t("bench.known", { count: value }),
            }))}
            label={t("bench.pairsKnown")}
            value={String(count)}
            onChange={(value) => setCount(Number(value))}
          />
        </div>
      )}
      <div className={styles.row}>
        <Button isDisabled={!search.isFree} variant="primary" onPress={search.next}>
          {isFirst
            ? t(`bench.propose.${of}`, { count: plan.proposals })
            : t("bench.mutate", { keep: plan.keep, count: plan.perRound })}
        </Button>
        <Button isDisabled={isFirst} variant="quiet" onPress={search.restart}>
          {t("bench.restart")}
        </Button>
      </div>
      <ol aria-label={t("bench.best")} className={styles.attempts}>
        {search.pool.slice(0, shown).map(({ trigger, score }) => (
          <li key={trigger} className={styles.attempt}>
            <code>{trigger}</code>
            <Meter share={shareOf(score, of)} />
            <b>{shareOf(score, of).toFixed(2)}</b>
          </li>
        ))}
      </ol>
      <form className={styles.form} onSubmit={add}>
        <label htmlFor={id}>{t("bench.rival")}</label>
        <div className={styles.row}>
          <QuestionInput id={id} value={mine} onChange={setMine} />
          <Button isDisabled={!search.isFree} type="submit">
            {t("bench.score")}
          </Button>
        </div>
      </form>
      <p className={styles.failure} role="status">
        {search.failure && failureText(search.failure, say, words)}
      </p>
      {!isFirst && <RoundsTable rounds={search.rounds} />}
    </section>
  );
}

function RoundsTable({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  return (
    <table className={styles.rounds}>
      <caption>{t("bench.rounds")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("bench.scored")}</th>
          <th scope="col">{t("bench.bestSoFar")}</th>
          <th scope="col">{t("bench.fresh")}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ scored, best, accuracy }, round) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a round may find nothing new
          <tr key={round}>
            <td>{numbers.count(scored)}</td>
            <td>
              <code>{best}</code>
            </td>
            <td>{numbers.score(accuracy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A mean log-probability as the probability of a token; a share of right answers as it is. */
function shareOf(score: number, of: keyof typeof searches): number {
  return of === "instruction" ? Math.exp(score) : score;
}
