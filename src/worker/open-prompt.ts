import { findBase } from "../bases/index";
import type { BackendName } from "../engine/engine";
import { promptKind } from "../experiments/prompt/kind";
import type { PromptInfo } from "../experiments/prompt/prompt-progress";
import { PromptRunning, type PromptState } from "../experiments/prompt/prompt-running";
import type { Materials } from "../training/materials";
import { requireMemory } from "../training/memory";
import type { ChosenEngine } from "./choose-backend";
import type { Workshop } from "./open-race";
import { Runner } from "./runner";
import type { HostedRunning } from "./running";

export type PromptRunner = Runner<
  PromptInfo,
  PromptState,
  PromptRunning & HostedRunning<PromptInfo, PromptState>
>;

/** A prompt experiment that is ready to replace what runs now. */
export interface PreparedPrompt {
  readonly materials: Materials;
  readonly chosen: ChosenEngine;
  readonly state: PromptState;
}

/** Loads what a prompt experiment asks and chooses its backend; null: the fastest. Throws what `settle` has words for. */
export async function preparePrompt(
  { engines, loader, send }: Workshop,
  state: PromptState,
  backend: BackendName | null,
): Promise<PreparedPrompt> {
  const { base, from, others = [], task, memory } = promptKind.needs(state.spec);
  for (const one of [base, ...others.map((other) => other.base)]) {
    const config = findBase(one)?.config;
    if (config) requireMemory(config, memory.steps, memory.trained);
  }
  send({ kind: "loading", what: "base", share: 0 });
  const materials = await loader.load(
    { base, from, others, task: task.id, taskOptions: task.options, seed: state.spec.seed },
    (share) => send({ kind: "loading", what: "base", share }),
  );
  send({ kind: "loading", what: "engine", share: 0 });
  const chosen = await engines.choose(materials.base, { backend, wasmShare: 1 });
  send({ kind: "loading", what: "engine", share: 1 });
  return { materials, chosen, state };
}

/** Makes a prompt experiment that was prepared: it runs in this worker alone. */
export async function openPrompt(
  { engines, send, inTurn }: Workshop,
  { materials, chosen, state }: PreparedPrompt,
): Promise<{ readonly kind: "prompt"; readonly runner: PromptRunner }> {
  const make = async ({ engine, choice }: ChosenEngine, from: PromptState) =>
    Object.assign(new PromptRunning(engine, materials, from, send), { backend: { ...choice, workers: 1 } });
  const runner: PromptRunner = await Runner.open(
    { make, replace: () => engines.replace(), send, inTurn },
    chosen,
    state,
  );
  return { kind: "prompt", runner };
}
