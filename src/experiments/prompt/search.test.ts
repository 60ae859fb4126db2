import { beforeAll, describe, expect, it } from "vitest";
import { materialsFor } from "../../cli/materials-for";
import { nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import type { Subject } from "../../model/subject";
import type { LoadedTask } from "../../tasks/task";
import { measure } from "../../training/evaluate";
import { toModel } from "../../training/load-base";
import { type SearchLook, searchOnce } from "./search";
import { ranked, roundRequest, withFound } from "./search-rounds";

interface Asked {
  readonly subject: Subject;
  readonly task: LoadedTask;
}

let engine: Engine;
let strings: Asked;

async function load(base: string, task: string): Promise<Asked> {
  const materials = await materialsFor({ base, task, from: "pretrained", seed: 1 }, "");
  const model = toModel(materials.base.config, materials.params);
  return { subject: { ops: engine.ops, model, edits: {} }, task: materials.task };
}

const request = (ask: SearchLook["ask"], pairs = 5): SearchLook => ({ kind: "search", ask, pairs, seed: 1 });
const search = ({ subject, task }: Asked, look: SearchLook) => searchOnce(subject, task, look);

beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  strings = await load("strings-instructed", "hidden-instruction");
});

describe("a search for an instruction", () => {
  it("scores a trigger by the mean log-probability of the answers, whatever else is scored", async () => {
    const trigger = "backwards next bracketed";
    const { candidates, pairs } = await search(
      strings,
      request({ what: "score", triggers: ["keep same plain", trigger] }, 1),
    );
    const [pair] = pairs;
    const { loss } = await measure(strings.subject, [
      strings.task.encode({ input: `${trigger} ${pair!.input}`, answer: pair!.answer }),
    ]);
    expect(candidates[1]!.score).toBeCloseTo(-loss, 4);
    expect(ranked(candidates)[0]!.trigger).toBe(trigger);
  });

  it("finds the same again, in two rounds, among words it may use", async () => {
    const plan = { proposals: 10, keep: 3, perRound: 8 };
    const run = async () => {
      let pool: ReturnType<typeof withFound> = [];
      for (const round of [0, 1])
        pool = withFound(
          pool,
          await search(strings, roundRequest(request({ what: "try", trigger: "" }), plan, round, pool)),
        );
      return pool;
    };
    const pool = await run();
    expect(await run()).toEqual(pool);
    expect(new Set(pool.map(({ trigger }) => trigger)).size).toBe(pool.length);
    const { words } = strings.task.search!;
    for (const { trigger } of pool) expect(words).toEqual(expect.arrayContaining(trigger.split(" ")));
  });

  it("tries a trigger on forty questions that it never sees", async () => {
    const { fresh, pairs } = await search(
      strings,
      request({ what: "try", trigger: "backwards next bracketed" }),
    );
    expect(fresh).toHaveLength(40);
    const known = new Set(pairs.map(({ input }) => input));
    expect(fresh.filter(({ item }) => known.has(item.input))).toEqual([]);
    for (const { item, answer, isRight } of fresh) expect(isRight).toBe(answer === item.answer);
    expect(fresh.filter(({ isRight }) => isRight).length).toBeGreaterThan(30);
  });

  it.each([
    ["empty", " "],
    ["unknown-characters", "sideways next plain"],
    ["too-long", "keep keep keep keep keep"],
  ])("refuses a trigger that is %s", async (problem, trigger) => {
    await expect(search(strings, request({ what: "try", trigger }))).rejects.toMatchObject({ problem });
  });
});

it("a trigger phrase is scored by the answers that the model reaches in writing", async () => {
  const reader = await load("reader-micro", "chain");
  const look = { ...request({ what: "score", triggers: ["think step", "just guess"] }, 12), length: 5 };
  const { candidates, pairs } = await search(reader, look);
  expect(pairs.map(({ length }) => length)).toEqual(Array(12).fill(5));
  expect(candidates[0]!.score).toBeGreaterThan(candidates[1]!.score + 0.3);
});

it("cannot be made where there are no words to search among", async () => {
  const things = await load("reader-micro", "thing-label");
  await expect(search(things, request({ what: "random", count: 3 }))).rejects.toMatchObject({
    problem: "no-search",
  });
});
