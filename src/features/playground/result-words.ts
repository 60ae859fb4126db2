import type { TFunction } from "i18next";
import type { Numbers } from "../../i18n/numbers";
import type { Words } from "../../i18n/words";
import { laneNames, laneSettings } from "../../race-view/lane-names";
import type { Outcome } from "../../state/compare-results";
import { type LaneResult, setupKey } from "../../state/lane-result";

/** What is needed to tell of runs in the current language. */
export interface Wording {
  readonly t: TFunction<["results", "playground"]>;
  readonly numbers: Numbers;
  readonly words: Words;
}

/** Every number that trains, a new head's too. */
export function trainedOf({ trained, head }: LaneResult): number {
  return trained + head;
}

/** A name for each run; those that differ in the seed only have the same. */
export function resultNames(runs: readonly LaneResult[], { t, words }: Wording): readonly string[] {
  const keys = runs.map(setupKey);
  const distinct = runs.filter((run, i) => keys.indexOf(setupKey(run)) === i);
  const names = laneNames(
    distinct.map(({ lane }) => lane),
    words,
    t("playground:rate.short"),
  );
  const byKey = new Map(distinct.map((run, i) => [setupKey(run), names[i] ?? run.lane.method]));
  return keys.map((key) => byKey.get(key) ?? key);
}

/** "97% ± 1%": the score, with what is known of its spread. */
export function scoreText({ score, deviation }: Pick<Outcome, "score" | "deviation">, { numbers }: Wording) {
  return deviation === null ? numbers.score(score) : `${numbers.score(score)} ± ${numbers.score(deviation)}`;
}

/** "seed 1" or "seeds 1, 2, 3". */
export function seedsText(seeds: readonly number[], { t }: Wording): string {
  return t("seeds", { count: seeds.length, seeds: seeds.join(", ") });
}

/** What is said of a dot: settings, size, score, seeds, length. */
export function outcomeFacts(outcome: Outcome, wording: Wording): readonly string[] {
  const { t, numbers, words } = wording;
  const { run, seeds } = outcome;
  return [
    laneSettings(run.lane, words, t("playground:rate.short")),
    [
      t("playground:lane.trained", { value: numbers.count(run.trained) }),
      ...(run.head > 0 ? [t("playground:lane.head", { value: numbers.count(run.head) })] : []),
    ].join(" "),
    t("score", { score: scoreText(outcome, wording) }),
    seedsText(seeds, wording),
    t("length", { count: run.steps, steps: numbers.count(run.steps), batch: run.batch }),
    ...(run.stoppedAt === null ? [] : [t("stopped", { step: numbers.count(run.stoppedAt) })]),
  ];
}
