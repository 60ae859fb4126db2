import { beforeAll, describe, expect, it } from "vitest";
import { findBase } from "../../bases/index";
import { nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import { createRandom } from "../../lib/random";
import { generate } from "../../model/generate";
import { initialParams } from "../../model/init";
import type { Subject } from "../../model/subject";
import { findTask } from "../../tasks/index";
import { toModel } from "../../training/load-base";
import { plainVariant } from "./default-prompt";
import { lookAt, type PromptFindings } from "./look";
import { vote } from "./vote";

const task = await findTask("chain")!.load(async () => "", {});
const prompt = "chain 3 a + 4 :";

let engine: Engine;
let subject: Subject;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  const { config } = findBase("reader-tiny")!;
  const model = toModel(config, initialParams(config, createRandom(1)));
  subject = { ops: engine.ops, model, edits: {} };
});

const look = <K extends keyof PromptFindings>(asked: { kind: K } & Parameters<typeof lookAt>[2]) =>
  lookAt(subject, task, asked) as Promise<PromptFindings[K]>;

describe("a look at a prompt", () => {
  it("says what may come next after every token, the likeliest first", async () => {
    const { tokens, choices } = await look({ kind: "next", prompt });
    expect(tokens).toEqual(prompt.split(" "));
    expect(choices).toHaveLength(tokens.length);
    for (const row of choices) {
      expect(row.map(({ chance }) => chance)).toEqual(row.map(({ chance }) => chance).sort((a, b) => b - a));
      expect(row.reduce((sum, { chance }) => sum + chance, 0)).toBeLessThan(1.0001);
    }
  });

  it("says from where each token is read, in every head", async () => {
    const { tokens, heads } = await look({ kind: "attention", prompt, layer: 1 });
    expect(heads).toHaveLength(4);
    for (const rows of heads) expect(rows.map((row) => row.length)).toEqual(tokens.map((_, at) => at + 1));
    await expect(look({ kind: "attention", prompt, layer: 5 })).rejects.toThrow(RangeError);
  });

  it("writes as generation does, with the chance of each token, and counts the votes", async () => {
    const decode = { ...plainVariant.decode, temperature: 1, samples: 5 };
    const { samples, winner } = await look({ kind: "write", prompt, decode, seed: 3 });
    expect(samples).toHaveLength(5);
    const [written] = await generate(subject, [task.prompt(prompt)], {
      end: task.end,
      most: task.most!,
      temperature: 1,
      samples: 5,
      random: createRandom(3),
    });
    expect(samples.map(({ tokens }) => tokens.filter(Boolean).join(" "))).toEqual(
      written!.map(({ ids }) => task.tokenizer.decode(ids)),
    );
    for (const { tokens, chances } of samples) expect(chances).toHaveLength(tokens.length);
    expect(winner).toBe(vote(samples.map(({ answer }) => answer)));
    expect(await look({ kind: "write", prompt, decode, seed: 3 })).toEqual({ samples, winner });
  });

  it.each([
    ["empty", ""],
    ["too-long", "… ".repeat(60)],
    ["unknown-characters", "chain 3 plus 4"],
  ])("refuses a prompt that is %s", async (problem, text) => {
    await expect(look({ kind: "next", prompt: text })).rejects.toMatchObject({ name: "InputError", problem });
  });
});
