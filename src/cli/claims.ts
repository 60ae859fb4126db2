import { mkdir, readFile, writeFile } from "node:fs/promises";
import { findBase } from "../bases/index";
import { type Claim, holds, type LessonClaims, type LessonFigures, type RunFigures } from "../claims/claim";
import { lessonClaims } from "../claims/index";
import { parseLessonFigures } from "../claims/lesson-figures";
import { raceOfRuns } from "../claims/race-of-runs";
import { tableOf, verdictLine } from "../claims/write-claims";
import { type Engine, startEngine } from "../engine/engine";
import { findTask } from "../tasks/index";
import { loadMaterials } from "../training/materials";
import type { RaceSpec } from "../training/race-spec";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { measureRun } from "./measure-run";
import { nodeCheckpoints, nodeEngineFiles, repositoryPath } from "./node-files";

// npm run claims: trains every run that a lesson rests on, over some seeds, keeps the figures in
// public/runs/claims/<lesson>.json, and says of every claim whether it holds and whether the words agree.

const usage = `npm run claims [-- --lesson ID …] [--seeds K] [--again] [--check] [--table]
  --again  trains also what was measured already    --check  trains nothing, only compares
  --table  prints every claim as a table in Markdown
Lessons: ${lessonClaims.map(({ lesson }) => lesson).join(", ")}`;

await runCommand(async () => {
  const { values } = readArguments(usage, {
    lesson: { type: "string", multiple: true },
    seeds: { type: "string" },
    again: { type: "boolean" },
    check: { type: "boolean" },
    table: { type: "boolean" },
  });
  const seeds = readInteger("seeds", values.seeds ?? "3", 3, 100);
  const chosen = (values.lesson ?? lessonClaims.map(({ lesson }) => lesson)).map(requireLesson);
  const trains = !values.check && !values.table;
  const known = await readAll();
  if (values.again) known.clear();
  if (trains) {
    const engine = await startEngine("wasm", nodeEngineFiles);
    for (const claims of chosen) await fill(engine, claims, known, seeds);
  }
  const figures = await Promise.all(chosen.map(async (claims) => ({ claims, of: await read(claims) })));
  if (values.table) console.log(tableOf(figures.map(({ claims, of }) => ({ claims, figures: of }))));
  else
    for (const { claims, of } of figures)
      for (const claim of claims.claims) console.log(verdictLine(claim, of));
  const wrong = figures.flatMap(({ claims, of }) => claims.claims.filter((claim) => !agrees(claim, of)));
  if (wrong.length === 0) return;
  console.error(`The words do not agree with the figures: ${wrong.map(({ id }) => id).join(", ")}`);
  process.exitCode = 1;
});

function requireLesson(id: string): LessonClaims {
  const claims = lessonClaims.find(({ lesson }) => lesson === id);
  if (!claims) throw new UsageError(`there is no lesson "${id}"\n${usage}`);
  return claims;
}

function agrees(claim: Claim, figures: LessonFigures): boolean {
  return holds(claim, figures) === (claim.verdict === "holds");
}

/** Every run that was measured so far, by its spec: what two lessons share is trained once. */
async function readAll(): Promise<Map<string, RunFigures>> {
  const found = new Map<string, RunFigures>();
  for (const claims of lessonClaims) {
    const figures = await read(claims).catch(() => null);
    for (const run of Object.values(figures?.runs ?? {})) found.set(keyOf(run.spec), run);
  }
  return found;
}

async function fill(
  engine: Engine,
  { lesson, runs }: LessonClaims,
  known: Map<string, RunFigures>,
  seeds: number,
): Promise<void> {
  const measured: Record<string, RunFigures> = {};
  for (const [name, run] of Object.entries(runs)) {
    const spec = raceOfRuns([run]);
    const former = known.get(keyOf(spec));
    const figures =
      former && former.seeds.length >= seeds
        ? former
        : await measureRun(engine, await materialsOf(spec), spec, seeds);
    known.set(keyOf(spec), figures);
    measured[name] = figures;
    const { score, heldOutLoss } = figures.measures;
    console.error(
      `${lesson} ${name}: score ${score.mean.toFixed(3)}, held-out loss ${heldOutLoss.mean.toFixed(3)}`,
    );
  }
  const made = {
    command: `npm run claims -- --lesson ${lesson}`,
    date: new Date().toISOString().slice(0, 10),
    backend: `${engine.backend} (${engine.detail}, ${engine.fused ? "fused" : "plain"} kernels)`,
  };
  await mkdir(repositoryPath("public/runs/claims"), { recursive: true });
  const file: LessonFigures = { lesson, made, runs: measured };
  await writeFile(pathOf(lesson), `${JSON.stringify(file, shorten, 1)}\n`);
}

function materialsOf(spec: RaceSpec) {
  const [base, task] = [findBase(spec.base), findTask(spec.task)];
  if (!base || !task) throw new UsageError(`there is no base "${spec.base}" or no task "${spec.task}"`);
  return loadMaterials(base, task, spec.pretrained, nodeCheckpoints, () => {});
}

function keyOf(spec: RaceSpec): string {
  return JSON.stringify(spec);
}

/** Six figures are more than the seeds agree on. */
function shorten(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}

function pathOf(lesson: string): string {
  return repositoryPath(`public/runs/claims/${lesson}.json`);
}

async function read({ lesson }: LessonClaims): Promise<LessonFigures> {
  return parseLessonFigures(JSON.parse(await readFile(pathOf(lesson), "utf8")));
}
