import { beforeAll, describe, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import en from "../i18n/en/app.json";
import zh from "../i18n/zh/app.json";
import { createRandom } from "../lib/random";
import { methods } from "../methods/index";
import { configs, randomBase, sessionOf } from "../methods/test-session";
import type { ModelConfig } from "../model/config";
import { initialParams } from "../model/init";
import { findTask } from "../tasks/index";
import { settle } from "../worker/failures";
import { defaultLane } from "./default-race";
import { loadMaterials, type Materials } from "./materials";
import { MethodMisfitError } from "./method-misfit";
import { Race } from "./race";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const pairs = methods.flatMap((method) => Object.values(configs).map((config) => ({ method, config })));
const declined = pairs.flatMap(({ method, config }) => {
  const reason = method.fits?.(config) ?? true;
  return reason === true ? [] : [{ method, config, reason }];
});

describe("a method that declines a model", () => {
  it("is LLaMA-Adapter on an encoder-decoder, and no other", () => {
    expect(declined.map(({ method, config, reason }) => [method.id, config.kind, reason])).toEqual([
      ["llama-adapter", "encoder-decoder", "one-stack"],
    ]);
  });

  it.each(declined)("says why, in both languages: $method.id, $reason", ({ reason }) => {
    for (const words of [en, zh]) expect(words.failures.method[reason]).toContain("{{method}}");
  });

  it.each(declined)("gets no session: $method.id on $config.kind", ({ method, config, reason }) => {
    const open = () => sessionOf(engine, randomBase(config), config, method);
    expect(open).toThrow(MethodMisfitError);
    expect(open).toThrow(expect.objectContaining({ method: method.id, reason }));
  });

  it("ends a race before it starts, with a failure that the page has words for", async () => {
    const materials = await onTwoStacks();
    const open = async (id: string): Promise<Race> =>
      new Race(engine, materials, {
        base: "toolbox-nano",
        from: "untrained",
        task: "past-tense",
        lanes: [defaultLane("lora"), defaultLane(id)],
        batch: 4,
        steps: 8,
        seed: 1,
      });
    expect(await settle(() => open("llama-adapter"))).toEqual({
      ok: false,
      failure: { kind: "method", method: "llama-adapter", reason: "one-stack" },
    });
    expect((await settle(() => open("adapter"))).ok).toBe(true);
  });
});

/** The materials of a small race, with a base that has two stacks. */
async function onTwoStacks(): Promise<Materials> {
  const base = findBase("toolbox-nano")!;
  const materials = await loadMaterials(
    base,
    findTask("past-tense")!,
    "untrained",
    nodeCheckpoints,
    () => {},
  );
  const { vocabulary, context, heads, width, tied, head } = base.config;
  const stacks = { kind: "encoder-decoder", encoder: 1, decoder: 1 } as const;
  const config: ModelConfig = { ...stacks, vocabulary, context, heads, width, tied, head };
  return { ...materials, base: { ...base, config }, params: initialParams(config, createRandom(1)) };
}
