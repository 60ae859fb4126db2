import type { Figure, PolicyFigures } from "../claims/figures";
import { measuresOf, type PolicyMeasure } from "../claims/run";
import type { Engine } from "../engine/engine";
import { countParameters } from "../model/parameters";
import { type Click, countAbove } from "../tasks/sentences/learned-reward";
import { brokenPairs, type SentenceLanguage } from "../tasks/sentences/sentence-language";
import type { LaneFindings } from "../training/examine";
import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import type { RaceSpec } from "../training/race-spec";
import type { SampledAnswer } from "../training/sampled-answers";
import { meanAndDeviation } from "./run-experiment";

/** About how often it is measured during training. */
const pointsOnTheWay = 6;
const sampled = 128;

/** Trains a lane that learns from clicks with so many seeds, and measures everything that a claim may ask for. */
export async function measurePolicy(
  engine: Engine,
  materials: Materials,
  spec: RaceSpec,
  seeds: number,
): Promise<Omit<PolicyFigures, "made">> {
  const all = Array.from({ length: seeds }, (_, i) => spec.seed + i);
  const taken: Readonly<Record<PolicyMeasure, number>>[] = [];
  let curve: PolicyFigures["curve"] = [];
  for (const seed of all) {
    const race = new Race(engine, materials, { ...spec, seed });
    try {
      const run = await trainOnce(race, materials, seed === spec.seed);
      taken.push(run.figures);
      if (seed === spec.seed) curve = run.curve;
    } finally {
      race.dispose();
    }
  }
  return {
    kind: "policy",
    spec,
    seeds: all,
    measures: Object.fromEntries(
      measuresOf.policy.map((name) => [name, meanAndDeviation(taken.map((figures) => figures[name]))]),
    ) as Readonly<Record<PolicyMeasure, Figure>>,
    total: countParameters(materials.base.config),
    curve,
  };
}

async function trainOnce(race: Race, { task }: Materials, withCurve: boolean) {
  const language = task.sentences;
  if (!language) throw new Error("no reader can judge this task");
  const every = Math.max(1, Math.ceil(race.spec.steps / pointsOnTheWay));
  const curve: PolicyFigures["curve"][number][] = [];
  const measure = async () => {
    const {
      reward = Number.NaN,
      gold = Number.NaN,
      kl = Number.NaN,
      variety = Number.NaN,
    } = (await race.evaluate(0, false, 1)).series ?? {};
    return { reward, gold, kl, variety };
  };
  const note = async (): Promise<void> => {
    const { variety: _, ...point } = await measure();
    curve.push({ step: race.step, ...point });
  };
  if (withCurve) await note();
  while (!race.finished && !race.stopped(0)) {
    await race.advance();
    if (withCurve && race.step % every === 0) await note();
  }
  await race.readLosses();
  // Each kind of question is answered with its own kind of finding.
  const found = (await race.examine(-1, { kind: "preferences" })) as LaneFindings["preferences"];
  const answers = (await race.examine(0, {
    kind: "samples",
    count: sampled,
    seed: race.spec.seed,
  })) as LaneFindings["samples"];
  if (!found || !answers) throw new Error("it learns from no clicks");
  const figures: Readonly<Record<PolicyMeasure, number>> = {
    ...(await measure()),
    whole: answers.filter((answer) => isWhole(answer, language)).length / sampled,
    pairs: await shareOfPairs(race, found.heldOut),
  };
  return { figures, curve };
}

/** Of these pairs, the share that the reward model of the race orders as the reader did; a tie counts as half. */
async function shareOfPairs(race: Race, pairs: readonly Click[]): Promise<number> {
  const sentences = [...pairs.map(({ better }) => better), ...pairs.map(({ worse }) => worse)];
  const rewards = (await race.examine(-1, { kind: "rewards", sentences })) as LaneFindings["rewards"];
  if (!rewards) throw new Error("it learns from no clicks");
  return countAbove(pairs.map((_, i) => rewards[i]! - rewards[pairs.length + i]!)) / pairs.length;
}

function isWhole({ tokens, hasEnded }: SampledAnswer, language: SentenceLanguage): boolean {
  const words = tokens.slice(0, -1).map(({ text }) => text);
  return hasEnded && brokenPairs(language, words) === 0;
}
