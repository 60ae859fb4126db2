import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LessonClaims } from "../claims/claim";
import type { LessonFigures, RunFigures } from "../claims/figures";
import { lessonClaims } from "../claims/index";
import { judge } from "../claims/judge";
import { parseLessonFigures } from "../claims/lesson-figures";
import { pictureClaims } from "../claims/picture-runs";
import type { Run } from "../claims/run";
import { specOfRun } from "../claims/spec-of-run";
import { tableOf, unmeasuredLine, verdictLine } from "../claims/write-claims";
import { type Engine, startEngine } from "../engine/engine";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { backendText } from "./backend-text";
import { figuresLine, measureRun, type SeedSource } from "./measure-run";
import { checkpointsIn, nodeEngineFiles, repositoryPath } from "./node-files";

// npm run claims: measures every run that a lesson rests on, over some seeds, keeps the figures in
// public/runs/claims/<lesson>.json, and says of every claim whether it holds and whether the words agree.

const allClaims = [...lessonClaims, ...pictureClaims];
const usage = `npm run claims [-- --lesson ID …] [--run NAME …] [--seeds K] [--again] [--check] [--table] [--json]
  --readers PATH  bases that are only asked are measured over their seeds of pretraining: seed 2 lies in PATH/2
  --run    trains only runs of this name             --again  trains also what was measured already
  --check  trains nothing, only compares            --table  every claim as a row in Markdown; trains nothing
  --json   every claim as JSON
Lessons: ${allClaims.map(({ lesson }) => lesson).join(", ")}`;

await runCommand(async () => {
  const { values } = readArguments(usage, {
    lesson: { type: "string", multiple: true },
    readers: { type: "string" },
    run: { type: "string", multiple: true },
    seeds: { type: "string" },
    again: { type: "boolean" },
    check: { type: "boolean" },
    table: { type: "boolean" },
    json: { type: "boolean" },
  });
  const seeds = readInteger("seeds", values.seeds ?? "5", 3, 100);
  const chosen = (values.lesson ?? allClaims.map(({ lesson }) => lesson)).map(requireLesson);
  for (const name of values.run ?? []) requireRun(name, chosen);
  if (!values.check && !values.table) {
    const engine = await startEngine("wasm", nodeEngineFiles);
    const known = await readAll();
    const { readers, run: only, again = false } = values;
    const seedSource = readers ? (seed: number) => checkpointsIn(join(readers, String(seed))) : undefined;
    const order: Order = { only, again, fresh: new Set(), seeds, seedSource };
    for (const claims of chosen) await fill(engine, claims, known, order);
  }
  const lessons = await Promise.all(
    chosen.map(async (claims) => ({
      claims,
      figures: (await read(claims.lesson)) ?? nothing(claims.lesson),
    })),
  );
  const judged = lessons.flatMap(({ claims, figures }) =>
    claims.claims.map((claim) => ({ lesson: claims.lesson, claim, figures, found: judge(claim, figures) })),
  );
  const measured = judged.filter(({ found }) => found !== "unmeasured");
  if (values.json) {
    const rows = judged.map(({ lesson, claim, found }) => ({ lesson, ...claim, found }));
    console.log(JSON.stringify(rows, null, 1));
  } else if (values.table) {
    const ids = new Set(measured.map(({ claim }) => claim.id));
    const withFigures = ({ claims, figures }: (typeof lessons)[number]) => ({
      claims: { ...claims, claims: claims.claims.filter(({ id }) => ids.has(id)) },
      figures,
    });
    console.log(tableOf(lessons.map(withFigures)));
  } else for (const { claim, figures } of measured) console.log(verdictLine(claim, figures));

  const wrong = measured.filter(({ claim, found }) => found !== claim.verdict);
  complain(
    "The words do not agree with the figures",
    wrong.map(({ claim }) => claim.id),
  );
  complain(
    "No such figure, or one that is no number",
    judged
      .filter(({ found }) => found === "unmeasured")
      .map(({ claim, figures }) => unmeasuredLine(claim, figures)),
  );
  complain("Not measured as they are now, train them with npm run claims", lessons.flatMap(staleRuns));
});

/** What is to be trained. */
interface Order {
  /** Names of runs; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly again: boolean;
  /** Specs that this command has trained, to which `again` no longer applies. */
  readonly fresh: Set<string>;
  readonly seeds: number;
  readonly seedSource: SeedSource | undefined;
}

/** Prints what is wrong, if anything, and makes the command fail. */
function complain(message: string, what: readonly string[]): void {
  if (what.length === 0) return;
  console.error(`${message}: ${what.join(", ")}`);
  process.exitCode = 1;
}

function requireLesson(id: string): LessonClaims {
  const claims = allClaims.find(({ lesson }) => lesson === id);
  if (!claims) throw new UsageError(`there is no lesson "${id}"\n${usage}`);
  return claims;
}

function requireRun(name: string, lessons: readonly LessonClaims[]): void {
  if (!lessons.some(({ runs }) => Object.hasOwn(runs, name)))
    throw new UsageError(`no lesson chosen has a run "${name}"`);
}

/** "lesson/run" of the runs whose figures are missing or were measured with another spec. */
function staleRuns({ claims, figures }: { claims: LessonClaims; figures: LessonFigures }): string[] {
  const isStale = ([name, run]: [string, Run]): boolean => {
    const recorded = figures.runs[name];
    return !recorded || keyOf(recorded.spec) !== keyOf(specOfRun(run));
  };
  return Object.entries(claims.runs)
    .filter(isStale)
    .map(([name]) => `${claims.lesson}/${name}`);
}

/**
 * Every run that was measured so far, by its spec: what two lessons share is trained once, and over the most seeds. A
 * broken file is made again.
 */
async function readAll(): Promise<Map<string, RunFigures>> {
  const all = await Promise.all(allClaims.map(({ lesson }) => read(lesson).catch(() => null)));
  const runs = all.flatMap((figures) => Object.values(figures?.runs ?? {}));
  const bySeeds = runs.sort((a, b) => a.seeds.length - b.seeds.length);
  return new Map(bySeeds.map((run) => [keyOf(run.spec), run]));
}

/** Trains what is missing of a lesson and writes its file, where something changed. A run that breaks keeps what it had. */
async function fill(
  engine: Engine,
  { lesson, runs }: LessonClaims,
  known: Map<string, RunFigures>,
  { only, again, fresh, seeds, seedSource }: Order,
): Promise<void> {
  const measured: Record<string, RunFigures> = {};
  const made = {
    date: new Date().toISOString().slice(0, 10),
    backend: backendText(engine),
  };
  for (const [name, run] of Object.entries(runs)) {
    const key = keyOf(specOfRun(run));
    const former = known.get(key);
    const isDone = former && former.seeds.length >= seeds && (!again || fresh.has(key));
    if (!isDone && (!only || only.includes(name))) {
      try {
        known.set(key, await measureRun(engine, run, seeds, made, seedSource));
        fresh.add(key);
      } catch (error) {
        console.error(`${lesson} ${name} broke:`, error);
        process.exitCode = 1;
      }
    }
    const figures = known.get(key);
    if (!figures) continue;
    measured[name] = figures;
    console.error(`${lesson} ${name}: ${figuresLine(figures)}`);
  }
  const former = await read(lesson).catch(() => null);
  if (former && write(former.runs) === write(measured)) return;
  await mkdir(repositoryPath("public/runs/claims"), { recursive: true });
  const file: LessonFigures = { lesson, runs: measured };
  await writeFile(pathOf(lesson), `${write(file)}\n`);
}

function keyOf(spec: RunFigures["spec"]): string {
  return JSON.stringify(spec);
}

function write(value: unknown): string {
  return JSON.stringify(value, shorten, 1);
}

/** Rounds to six digits, more than the seeds agree on. */
function shorten(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}

function pathOf(lesson: string): string {
  return repositoryPath(`public/runs/claims/${lesson}.json`);
}

function nothing(lesson: string): LessonFigures {
  return { lesson, runs: {} };
}

/** The figures of a lesson, or null where there is no file yet; throws where the file is broken. */
async function read(lesson: string): Promise<LessonFigures | null> {
  const text = await readFile(pathOf(lesson), "utf8").catch(() => null);
  return text === null ? null : parseLessonFigures(JSON.parse(text));
}
