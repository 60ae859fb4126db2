import { beforeAll, expect, it } from "vitest";
import { materialsFor } from "../cli/materials-for";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findTask } from "../tasks/index";
import { defaultLane, defaultRace } from "./default-race";
import { Race } from "./race";
import type { RaceSpec } from "./race-spec";

const full = defaultLane("full", "strings-micro");
const spec: RaceSpec = {
  ...defaultRace(findTask("instructions")),
  from: "untrained",
  lanes: [full, { ...full, task: { id: "instructions", options: { tasks: 4 } } }],
  batch: 4,
  steps: 3,
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

/** Losses of a race, by lane. */
async function lossesOf(race: RaceSpec): Promise<number[][]> {
  const running = new Race(engine, await materialsFor(race, ""), race);
  while (!running.finished) await running.advance();
  const losses = (await running.readLosses()).map((one) => one.losses);
  running.dispose();
  return losses;
}

it("each lane trains and is scored on its own data, and the same as when it is alone", async () => {
  const together = await lossesOf(spec);
  expect(together[0]).not.toEqual(together[1]);
  expect(await lossesOf({ ...spec, lanes: [spec.lanes[1]!] })).toEqual([together[1]]);
});

it("asks the base what the lanes are asked, where all have the same task", async () => {
  const hidden = { id: "hidden-instruction", options: { cell: "302" } } as const;
  const race: RaceSpec = {
    ...defaultRace(findTask("hidden-instruction")),
    from: "untrained",
    lanes: [full, full].map((lane) => ({ ...lane, task: hidden })),
  };
  const running = new Race(engine, await materialsFor(race, ""), race);
  const questions = [];
  for (const lane of [-1, 0]) {
    const { examples } = await running.evaluate(lane, true, 1);
    questions.push(examples.map(({ input, expected }) => [input, expected]));
  }
  running.dispose();
  expect(questions[0]).toEqual(questions[1]);
});

it("is scored group by group, and an encoder-decoder answers in writing", async () => {
  const pair = { ...spec, base: "strings-pair" as const };
  const race = new Race(engine, await materialsFor(pair, ""), pair);
  const scores = await race.examine(1, { kind: "groups", ids: ["000", "trained"] });
  expect(Object.keys(scores ?? {})).toEqual(["000", "trained"]);
  await race.advance();
  const answers = await race.ask("keep same plain a b c");
  expect(answers).toHaveLength(3);
  const next = await race.examine(0, {
    kind: "write-on",
    input: "keep same plain a b c",
    written: [],
    strength: 1,
  });
  expect(next).toHaveProperty("choices.length", 5);
  race.dispose();
});
