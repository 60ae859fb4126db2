import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import type { Inputs } from "../../engine/recording";
import { findMethod } from "../../methods/index";
import { type Head, tokensHead } from "../../model/config";
import { relativeError, toPlain } from "../../model/fixtures/read-fixture";
import { configOf, type StoredConfig } from "../../model/stored-config";
import { stack } from "../batch";
import { toModel } from "../load-base";
import { TrainingSession } from "../session";
import { exampleOf } from "./answers";
import { startCrossEntropy } from "./cross-entropy";
import { dpoInputs, dpoLoss, marginsOf } from "./dpo";
import type { Objective } from "./objective";
import { pairwiseInputs, pairwiseLoss, rewardMargins } from "./pairwise-loss";
import { centred, returnsOf } from "./policy-gradient";
import { policyInputs, policyLoss, reusedInputs } from "./policy-inputs";
import { judge } from "./rollout";

// PyTorch computed the figures in double precision (src/training/fixtures/make-fixtures.py).

type Named = Record<string, { readonly shape: number[]; readonly values: number[] }>;
interface Computed {
  /** Undefined where only the gradient is to be the same. */
  readonly loss?: number;
  readonly gradients: Named;
}
interface Fixture {
  readonly config: StoredConfig;
  readonly pairs: readonly { prompt: number[]; better: number[]; worse: number[] }[];
  readonly answers: readonly { prompt: number[]; answer: number[] }[];
  readonly rewards: readonly number[];
  readonly beta: number;
  readonly parameters: Named;
  readonly tuned: Named;
  readonly head: Named;
  readonly "cross-entropy": Computed;
  readonly dpo: Computed & { readonly margins: number[] };
  readonly "policy-gradient": Computed & { readonly kls: number[]; readonly advantages: number[] };
  readonly clip: number;
  readonly clipped: Computed;
  readonly pairwise: Readonly<Record<"last" | "mean", Computed & { readonly margins: number[] }>>;
}

const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/objectives.json", import.meta.url), "utf8"),
) as Fixture;
const { context } = fixture.config;
const pairs = fixture.pairs.map((pair) => ({ ...pair, prompt: Int32Array.from(pair.prompt) }));
const tolerance = 1e-4;
const largest = (values: ArrayLike<number>): number => Math.max(...Array.from(values, Math.abs));

const engines: Record<"wasm" | "cpu", Engine | undefined> = { wasm: undefined, cpu: undefined };
beforeAll(async () => {
  engines.wasm = await startEngine("wasm", nodeEngineFiles);
  engines.cpu = await startEngine("cpu", nodeEngineFiles);
});

describe.each(["wasm", "cpu"] as const)("PyTorch agrees on %s with", (backend) => {
  beforeEach(() => engines[backend]!.activate());

  /** All parameters tuned away from the base. */
  function sessionWith(loss: Objective["loss"], head: Head = tokensHead, own: Named = {}): TrainingSession {
    const base = toModel(configOf(fixture.config), toPlain(fixture.parameters));
    const objective: Objective = { inputs: () => ({ inputs: {} }), loss };
    const spec = { method: findMethod("full")!, options: {}, seed: 1, head, objective };
    const session = new TrainingSession(engines[backend]!, base, spec);
    const variables = toPlain({ ...fixture.tuned, ...own });
    session.restore({ steps: 0, variables, moments: {}, buffers: {} });
    return session;
  }

  function compare(session: TrainingSession, inputs: Inputs, expected: Computed): void {
    tf.tidy(() => {
      const { loss, gradients } = session.gradients(inputs);
      if (expected.loss !== undefined)
        expect(relativeError(loss.dataSync(), [expected.loss])).toBeLessThan(tolerance);
      expect(Object.keys(gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
      for (const [name, { values }] of Object.entries(expected.gradients)) {
        const found = gradients[name]!.dataSync();
        // 0 in exact arithmetic: a key bias, or what moves both rewards of a pair alike. What is left is rounding.
        if (Math.max(...values.map(Math.abs)) < 1e-9) expect(largest(found), name).toBeLessThan(1e-5);
        else expect(relativeError(found, values), name).toBeLessThan(tolerance);
      }
    });
  }

  it("cross-entropy under fractional weights whose sum is below 1", () => {
    const session = sessionWith(startCrossEntropy().loss);
    const examples = fixture.answers.map(({ prompt, answer }, i) => {
      const example = exampleOf(prompt, answer, context);
      return { ...example, weights: example.weights.map((weight) => 0.1 * (i + 1) * weight) };
    });
    compare(session, stack(examples), fixture["cross-entropy"]);
  });

  it("dpo", async () => {
    const session = sessionWith((given, inputs) =>
      dpoLoss(given, inputs as ReturnType<typeof dpoInputs>, fixture.beta),
    );
    const margins = await marginsOf(session.subject, pairs, context);
    expect(relativeError(margins, fixture.dpo.margins)).toBeLessThan(tolerance);
    const before = await marginsOf(session.reference, pairs, context);
    compare(session, dpoInputs(pairs, before, context), fixture.dpo);
  });

  it("policy-gradient", async () => {
    const session = sessionWith((given, inputs) =>
      policyLoss(given, inputs as ReturnType<typeof policyInputs>),
    );
    const prompts = fixture.answers.map(({ prompt }) => Int32Array.from(prompt));
    const answers = fixture.answers.map(({ answer }) => answer);
    const rollout = await judge(session.subject, session.reference, prompts, answers, fixture.rewards);
    const expected = fixture["policy-gradient"];
    expect(relativeError(rollout.kls, expected.kls)).toBeLessThan(tolerance);
    const advantages = centred(returnsOf(rollout, fixture.beta));
    expect(relativeError(advantages, expected.advantages)).toBeLessThan(tolerance);
    compare(session, policyInputs(rollout, advantages), expected);
  });

  it("policy-gradient on answers used again, clipped as in PPO: its gradient", async () => {
    const session = sessionWith((given, inputs) =>
      policyLoss(given, inputs as ReturnType<typeof policyInputs>),
    );
    const prompts = fixture.answers.map(({ prompt }) => Int32Array.from(prompt));
    const answers = fixture.answers.map(({ answer }) => answer);
    const { reference, subject } = session;
    const written = await judge(reference, reference, prompts, answers, fixture.rewards);
    const answered = { ...written, logProbs: Array.from(written.logProbs), series: {}, uses: 1 };
    const advantages = centred(fixture.rewards);
    const inputs = await reusedInputs(subject, { ...answered, advantages }, fixture.clip);
    compare(session, inputs, { gradients: fixture.clipped.gradients });
  });

  it.each(["last", "mean"] as const)("pairwise, the reward read at the %s", async (pool) => {
    const session = sessionWith(
      (given, inputs) => pairwiseLoss(given, inputs as ReturnType<typeof pairwiseInputs>),
      { kind: "scalar", pool },
      fixture.head,
    );
    const margins = await rewardMargins(session.subject, pairs, pool);
    expect(relativeError(margins, fixture.pairwise[pool].margins)).toBeLessThan(tolerance);
    compare(session, pairwiseInputs(pairs, pool, context), fixture.pairwise[pool]);
  });
});
