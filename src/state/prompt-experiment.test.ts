import { beforeEach, describe, expect, it } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import { defaultPrompt, plainVariant } from "../experiments/prompt/default-prompt";
import type { PromptEvent } from "../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { promptStore } from "./prompt-experiment";
import type { PromptExperiment } from "./prompt-shape";
import { fakeTrainer, openedPrompt } from "./test-trainer";

const spec: PromptSpec = {
  ...defaultPrompt(),
  variants: [plainVariant, { ...plainVariant, trigger: "A" }],
};
const scored = (variant: number, right: number, of: number): PromptEvent => ({
  kind: "scored",
  variant,
  right,
  of,
  band: { low: 0, high: 1 },
  scores: [],
  rightByVotes: [],
  tokens: of,
});

let trainer: ReturnType<typeof fakeTrainer>;
let store: StoreApi<PromptExperiment>;
const now = (): PromptExperiment => store.getState();
const shares = () => now().progress?.variants.map(({ right, of }) => [right, of]);
/** Until calls that follow each other have been made. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const debounced = (): Promise<void> => new Promise((done) => setTimeout(done, 340));
const open = async (): Promise<void> => {
  void now().open();
  await trainer.prompts.at(-1)!.settle();
};

beforeEach(() => {
  trainer = fakeTrainer();
  store = promptStore(trainer.connect, () => ({ backend: null }));
  now().configure(spec);
});

describe("a prompt experiment in the page", () => {
  it("starts no worker before it is opened, and is at rest then, with nothing asked", async () => {
    expect(trainer.connections()).toBe(0);
    expect(now().phase).toBe("idle");
    void now().open();
    expect(now().phase).toBe("loading");
    trainer.say({ kind: "loading", what: "base", share: 0.5 });
    expect(now().loading.share).toBe(0.5);
    await trainer.prompts[0]!.settle();
    expect(trainer.prompts[0]!.spec).toEqual(spec);
    expect(now().phase).toBe("paused");
    expect(now().progress?.info).toEqual(openedPrompt(spec));
    expect(shares()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("plays, pauses and steps, and shows what comes", async () => {
    await open();
    now().play();
    now().play();
    trainer.say(scored(0, 3, 32), { kind: "pace", step: 1, stepsPerSecond: 4 }, scored(1, 30, 32));
    expect(shares()).toEqual([
      [3, 32],
      [30, 32],
    ]);
    expect([now().step, now().stepsPerSecond]).toEqual([1, 4]);
    now().pause();
    now().stepOnce();
    await settled();
    expect(trainer.asked).toEqual(["play", "pause", "step"]);
    trainer.say({ kind: "phase", phase: "done" });
    now().play();
    now().stepOnce();
    await settled();
    expect(trainer.asked).toHaveLength(3);
  });

  it("keeps the examples of a variant that is told of again without them", async () => {
    await open();
    const walked = { input: "walk", expected: "walked", answer: "walked", samples: ["walked"], texts: [] };
    const examples = [{ ...walked, score: 1 }];
    trainer.say({ ...scored(0, 1, 1), examples }, scored(0, 2, 2));
    expect(now().progress?.variants[0]).toMatchObject({ right: 2, examples });
  });

  it("is asked again from the start when it is reset", async () => {
    await open();
    trainer.say(scored(0, 3, 32), { kind: "phase", phase: "done" });
    const reset = now().reset();
    trainer.say(scored(0, 9, 32));
    await trainer.prompts[1]!.settle();
    await reset;
    expect(now().phase).toBe("paused");
    expect(shares()?.[0]).toEqual([0, 0]);
  });

  it("opens the last of many changes, and goes on playing if it did", async () => {
    await open();
    now().play();
    await settled();
    now().configure({ ...spec, seed: 2 });
    now().configure({ ...spec, seed: 3 });
    trainer.say(scored(0, 9, 32));
    expect(now().progress).toBeNull();
    await debounced();
    expect(trainer.prompts.map((one) => one.spec.seed)).toEqual([1, 3]);
    await trainer.prompts[1]!.settle();
    await settled();
    expect(now().phase).toBe("running");
    expect(trainer.asked).toEqual(["play", "pause", "play"]);
  });

  it("keeps its answers when a variant takes another name", async () => {
    await open();
    trainer.say(scored(0, 9, 32));
    const [first, ...others] = now().draft.variants;
    now().configure({ ...now().draft, variants: [{ ...first!, name: "plain" }, ...others] });
    await debounced();
    expect(now().draft.variants[0]?.name).toBe("plain");
    expect(shares()?.[0]).toEqual([9, 32]);
    expect(trainer.prompts).toHaveLength(1);
  });

  it("takes only the answer to its last opening", async () => {
    void now().open();
    void now().open();
    await trainer.prompts[0]!.settle({ ok: false, failure: { kind: "engine", detail: "too late" } });
    expect(now().phase).toBe("loading");
    await trainer.prompts[1]!.settle();
    expect(now().phase).toBe("paused");
  });

  it("follows a link, and names what it left out", async () => {
    await open();
    now().play();
    now().followLink("v=1&kind=prompt&variant=trigger=A&items=9999");
    expect(now().draft.variants.map(({ trigger }) => trigger)).toEqual(["A"]);
    expect(now().linkIssues.map(({ part }) => part)).toEqual(["items=9999"]);
    await debounced();
    await trainer.prompts[1]!.settle();
    expect(now().phase).toBe("paused");
  });
});

describe("a look at a prompt", () => {
  it("is passed on while the experiment is open, and else answered at once", async () => {
    const look = { kind: "next", prompt: "walk" } as const;
    expect(await now().look(look)).toMatchObject({ failure: { detail: "no worker" } });
    await open();
    await now().look(look);
    expect(trainer.asked).toContain("look next walk");
  });
});

describe("when something goes wrong", () => {
  it("says what cannot be asked, and can be opened again", async () => {
    void now().open();
    const failure = { kind: "prompt", problem: "no-prompts", task: "sentiment" } as const;
    await trainer.prompts[0]!.settle({ ok: false, failure });
    expect([now().phase, now().failure]).toEqual(["failed", failure]);
    await open();
    expect([now().phase, now().failure]).toEqual(["paused", null]);
  });

  it("survives the end of its worker: the next opening starts another", async () => {
    await open();
    trainer.crash("out of memory");
    expect([now().phase, now().failure]).toEqual(["failed", { kind: "engine", detail: "out of memory" }]);
    await open();
    expect(trainer.connections()).toBe(2);
    expect(now().phase).toBe("paused");
  });

  it("goes on elsewhere when a GPU is lost", async () => {
    await open();
    now().play();
    trainer.say({ kind: "failure", failure: { kind: "engine", detail: "lost" } });
    const { backend } = openedPrompt(spec);
    trainer.say({ kind: "backend", backend, resumedAt: 4 }, { kind: "phase", phase: "running" });
    expect([now().phase, now().failure, now().resumedAt, now().step]).toEqual(["running", null, 4, 4]);
  });
});
