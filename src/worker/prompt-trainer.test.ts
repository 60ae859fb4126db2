import { expect, it, vi } from "vitest";
import { plainVariant } from "../experiments/prompt/default-prompt";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { frailGpu, makeTrainer, spec } from "./test-trainer";

const prompt: PromptSpec = {
  base: "toolbox-nano",
  from: "pretrained",
  task: { id: "past-tense" },
  variants: [plainVariant, { ...plainVariant, trigger: "A" }],
  items: 64,
  seed: 1,
};

/** A trainer with the shares that each variant has reached so far. */
async function asking(sources = {}) {
  const made = await makeTrainer(sources);
  const opened = await made.trainer.openPrompt(prompt, null);
  const scored = (variant: number) =>
    made.events.flatMap((event) => (event.kind === "scored" && event.variant === variant ? [event] : []));
  const last = (variant: number) => scored(variant).at(-1);
  const ended = () => vi.waitFor(() => expect(made.phases()).toContain("done"), 60_000);
  return { ...made, opened, scored, last, ended };
}

it("asks a frozen base the same questions under each variant, and tells the shares as they come", async () => {
  const { trainer, opened, last, ended } = await asking();
  expect(opened).toMatchObject({ ok: true, value: { questions: 64, backend: { name: "wasm", workers: 1 } } });
  await trainer.play();
  await ended();
  expect([last(0)?.of, last(1)?.of]).toEqual([64, 64]);
  // The base knows the past tense by its own tag, and not by the tag of tuning tasks.
  expect(last(1)!.right / 64).toBeGreaterThan(0.5);
  expect(last(0)!.right).toBeLessThan(last(1)!.right);
});

it("takes one chunk a step, and is the same again after it was put aside", async () => {
  const first = await asking();
  await first.trainer.step();
  await first.trainer.step();
  const parked = await first.trainer.park();
  if (!parked.ok || !parked.value) throw new Error("nothing was parked");
  const second = await makeTrainer();
  expect((await second.trainer.resume(structuredClone(parked.value))).ok).toBe(true);
  await second.trainer.play();
  await vi.waitFor(() => expect(second.phases()).toContain("done"), 60_000);
  const whole = await asking();
  await whole.trainer.play();
  await whole.ended();
  const shares = second.events.flatMap((event) =>
    event.kind === "scored" ? [[event.variant, event.right, event.of]] : [],
  );
  expect(shares).toContainEqual([0, whole.last(0)!.right, 64]);
  expect(shares).toContainEqual([1, whole.last(1)!.right, 64]);
});

it("goes on elsewhere when its GPU is lost, with the same answers", async () => {
  const gpu = frailGpu();
  const { trainer, events, last, ended } = await asking(gpu.sources);
  await trainer.step();
  gpu.lose();
  await trainer.play();
  await ended();
  expect(events.some(({ kind }) => kind === "backend")).toBe(true);
  expect(events.some(({ kind }) => kind === "failure")).toBe(false);
  const whole = await asking();
  await whole.trainer.play();
  await whole.ended();
  expect([last(0)?.right, last(1)?.right]).toEqual([whole.last(0)?.right, whole.last(1)?.right]);
});

it("looks at a prompt that a person composed, and says why it cannot", async () => {
  const { trainer } = await asking();
  const next = await trainer.look({ kind: "next", prompt: "walk" });
  if (!next.ok || !("choices" in next.value)) throw new Error("no next token was told");
  expect(next.value.tokens.join("")).toBe("?walk=");
  expect(next.value.choices.at(-1)?.[0]?.chance).toBeGreaterThan(0);
  const attention = await trainer.look({ kind: "attention", prompt: "walk", layer: 0 });
  expect(attention).toMatchObject({ ok: true, value: { heads: expect.any(Array) } });
  expect(await trainer.look({ kind: "next", prompt: "☃" })).toMatchObject({
    failure: { kind: "input", problem: "unknown-characters" },
  });
  const idle = await makeTrainer();
  expect(await idle.trainer.look({ kind: "next", prompt: "walk" })).toMatchObject({ ok: false });
});

it("answers calls that need a race with a failure, and gives way to a race", async () => {
  const { trainer, events } = await asking();
  expect(await trainer.ask("walk")).toMatchObject({ ok: false, failure: { kind: "engine" } });
  expect(await trainer.setLearningRate(0, 0.1)).toBeNull();
  expect((await trainer.open(spec, null)).ok).toBe(true);
  await trainer.step();
  expect(events.some(({ kind }) => kind === "losses")).toBe(true);
});

it("says what cannot be asked", async () => {
  const { trainer } = await makeTrainer();
  const classes: PromptSpec = { ...prompt, base: "phrases-micro", task: { id: "sentiment" } };
  expect(await trainer.openPrompt(classes, null)).toMatchObject({
    failure: { kind: "prompt", problem: "no-prompts", task: "sentiment" },
  });
  const gone: PromptSpec = { ...prompt, from: { step: 7 } };
  expect(await trainer.openPrompt(gone, null)).toMatchObject({
    failure: { kind: "checkpoint", problem: "missing" },
  });
});
