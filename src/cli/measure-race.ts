import type { Figure, RaceFigures } from "../claims/figures";
import { type GroupMeasure, type MeasureOf, measuresOf } from "../claims/run";
import type { Engine } from "../engine/engine";
import { mean } from "../lib/mean";
import { countParameters } from "../model/parameters";
import { type Materials, taskOfLane } from "../training/materials";
import { Race } from "../training/race";
import type { RaceEvaluation } from "../training/race-evaluation";
import type { RaceSpec } from "../training/race-spec";
import { measureGroups } from "./measure-groups";
import type { SeededBases } from "./measure-prompt";
import { meanAndDeviation } from "./run-experiment";

/** About how often the held-out loss is measured during training. */
const pointsOnTheWay = 12;

/** Trains a race of one lane with so many seeds, starting from its own, and measures everything a claim may ask for. */
export async function measureRace(
  engine: Engine,
  { seedOf, materials }: Pick<SeededBases, "materials"> & { readonly seedOf?: "pretraining" },
  spec: RaceSpec,
  seeds: number,
): Promise<Omit<RaceFigures, "made">> {
  const all = Array.from({ length: seeds }, (_, i) => spec.seed + i);
  const taken: Taken[] = [];
  let curve: RaceFigures["curve"] = [];
  let total = 0;
  for (const seed of all) {
    const loaded = await materials(seed);
    total = countParameters(loaded.base.config);
    const run = await trainOnce(engine, loaded, { ...spec, seed }, seed === spec.seed);
    taken.push(run.figures);
    if (seed === spec.seed) curve = run.curve;
  }
  const ofGroups = measuresOf.groups.filter((name) => taken.every((figures) => name in figures));
  return {
    spec,
    seeds: all,
    ...(seedOf && { seedOf }),
    measures: { ...figuresOf(measuresOf.race, taken), ...figuresOf(ofGroups, taken) },
    total,
    curve,
  };
}

type Taken = Readonly<Record<MeasureOf<"race">, number> & Partial<Record<GroupMeasure, number>>>;

function figuresOf<M extends MeasureOf<"race"> | GroupMeasure>(names: readonly M[], taken: readonly Taken[]) {
  const figure = (name: M): Figure => meanAndDeviation(taken.map((figures) => figures[name] ?? Number.NaN));
  return Object.fromEntries(names.map((name) => [name, figure(name)])) as Readonly<Record<M, Figure>>;
}

async function trainOnce(engine: Engine, materials: Materials, spec: RaceSpec, withCurve: boolean) {
  const race = new Race(engine, materials, spec);
  try {
    return await measureLane(race, materials, withCurve);
  } finally {
    race.dispose();
  }
}

async function measureLane(race: Race, materials: Materials, withCurve: boolean) {
  const { task } = taskOfLane(materials, race.spec.lanes[0]!);
  const items = task.items("heldOut").length;
  const base = await race.evaluate(-1, true, 1);
  const first = await race.evaluate(0, false, items);
  const every = Math.max(1, Math.ceil(race.spec.steps / pointsOnTheWay));
  // The curve uses fewer items, as a race in the page does: the live run must give the same one.
  const curve: RaceFigures["curve"][number][] = [];
  const note = async (): Promise<void> => {
    if (withCurve) curve.push(pointOf(await race.evaluate(0, false)));
  };
  await note();
  while (!race.finished) {
    await race.advance();
    if (race.step % every === 0 && !race.finished) await note();
  }
  await race.readLosses();
  const last = await race.evaluate(0, true, items);
  await note();
  const counts = race.counts(0);
  const trained = counts.trained + counts.head;
  const figures: Taken = {
    score: last.score,
    heldOutLoss: last.heldOutLoss,
    firstLoss: first.heldOutLoss,
    known: mean(last.probes.map(({ exact }) => exact)),
    knownBefore: mean(base.probes.map(({ exact }) => exact)),
    trained,
    kept: counts.kept + counts.head,
    share: trained / countParameters(materials.base.config),
    ...(await measureGroups(race, task)),
  };
  return { figures, curve };
}

function pointOf({ step, heldOutLoss, score }: RaceEvaluation): RaceFigures["curve"][number] {
  return { step, heldOutLoss, score };
}
