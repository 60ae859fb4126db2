import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { plainOps } from "../engine/plain-ops";
import { methods } from "../methods/index";
import { configs, randomBatch, sessionOf, variants } from "../methods/test-session";
import { generate } from "./generate";
import type { Subject } from "./subject";
import { loudModel } from "./test-models";
import { forward } from "./transformer";

// A cache may go wrong wherever a method adds or changes keys, values and inputs: all methods write here, after prompts
// of every length at once, and a whole pass over each text alone, in plain operations, says whether they wrote right.

const writing = ["decoder", "untied decoder", "encoder-decoder"] as const;
const cases = [{ id: "no method", method: null, raw: {} }, ...methodCases()].flatMap((one) =>
  writing
    .filter((name) => !one.method?.fits || one.method.fits(configs[name]) === true)
    .map((name) => [one.id, name, one.method, one.raw] as const),
);

function methodCases() {
  return methods.flatMap((method) =>
    [{}, ...variants[method.id]].map((raw) => ({ id: `${method.id} ${JSON.stringify(raw)}`, method, raw })),
  );
}

const end = 3;
const { context, vocabulary } = configs.decoder;
/** From one token to a full context, in no order. */
const prompts = [4, 10, 1, 7, 2, 9, 5, 3, 8, 6].map((length) =>
  Array.from({ length }, (_, t) => 1 + ((7 * t + 5 * length) % (vocabulary - 1))),
);
/** What an encoder reads with each prompt. */
const sources = prompts.map((_, i) => Array.from({ length: 1 + (i % 5) }, (__, t) => 1 + ((3 * t + i) % 11)));

/** log p (T, V) of every next token of a text, by one pass over the whole of it. */
function wholePass(
  { model, edits }: Subject,
  text: readonly number[],
  source: number[] | undefined,
): number[][] {
  return tf.tidy(() => {
    const tokens = tf.tensor2d([[...text]], undefined, "int32");
    const read = source && tf.tensor2d([source], undefined, "int32");
    const logits = forward(plainOps, model, tokens, edits, { source: read });
    return (tf.logSoftmax(logits).arraySync() as number[][][])[0]!;
  });
}

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

describe("generation after prompts of every length", () => {
  it.each(cases)("writes what whole passes say: %s on the %s", async (_, name, method, raw) => {
    const config = configs[name];
    const base = loudModel(config);
    const session = method && sessionOf(engine, base, config, method, raw);
    for (let i = 0; i < 3; i++) session?.step(randomBatch(config), 0.05, (i + 1) / 3).dispose();
    const subject: Subject = { ops: engine.ops, model: session?.model ?? base, edits: session?.edits ?? {} };
    const read = config.kind === "encoder-decoder" ? sources : undefined;

    const before = tf.memory().numTensors;
    const written = await generate(subject, prompts, { end, most: 99, ...(read && { sources: read }) });
    expect(tf.memory().numTensors).toBe(before);

    written.forEach(([text], i) => {
      const { ids, logProbs, stopped } = text!;
      const chosen = stopped === "end" ? [...ids, end] : ids;
      expect(logProbs.length, `prompt ${i}`).toBe(chosen.length);
      if (stopped === "context") expect(ids.length + prompts[i]!.length).toBe(context);
      const expected = wholePass(subject, [...prompts[i]!, ...ids], read?.[i]);
      chosen.forEach((token, t) => {
        const row = expected[prompts[i]!.length - 1 + t]!;
        expect(Math.abs(logProbs[t]! - row[token]!), `prompt ${i}, token ${t}`).toBeLessThan(1e-4);
        expect(Math.max(...row) - row[token]!, `prompt ${i}, token ${t} is the likeliest`).toBeLessThan(1e-4);
      });
    });
  });
});
