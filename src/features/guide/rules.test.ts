import { expect, test } from "vitest";
import { advise, rules, type Situation, suits } from "./rules";

const usual: Situation = {
  kind: "write",
  examples: 2000,
  tasks: 1,
  mayCostMore: false,
  parameters: 3e9,
  writes: true,
  hasBiases: false,
  room: "lora16",
};
const adviceFor = (change: Partial<Situation>) => advise({ ...usual, ...change });

/** For every rule a situation that only it decides. */
const decided: Readonly<Record<string, Partial<Situation>>> = {
  "reads-only": { writes: false },
  "few-examples": { examples: 19 },
  "few-labels-only": { writes: false, kind: "classify", examples: 19 },
  "no-room": { room: "none" },
  "much-data": { examples: 100_000, room: "full" },
  "few-labels": { kind: "classify", examples: 999 },
  labels: { kind: "classify" },
  "many-tasks": { tasks: 5, mayCostMore: true },
  "many-fast-tasks": { tasks: 5 },
  style: { kind: "style" },
  writing: {},
};

test.each(Object.entries(decided))("%s is reached, says why and offers something else", (id, change) => {
  const advice = adviceFor(change);
  expect(advice.rule).toBe(id);
  expect(advice.reasons.length).toBeGreaterThan(0);
  expect(advice.others.length).toBeGreaterThan(0);
  expect(advice.others).not.toContain(advice.take);
});

test("no rule is left out above", () => {
  expect(Object.keys(decided)).toEqual(rules.map(({ id }) => id));
});

test("full fine-tuning needs much data, one task and room for it", () => {
  const much = { examples: 100_000, room: "full" } as const;
  expect(adviceFor(much).take).toBe("full");
  expect(adviceFor({ ...much, examples: 99_999 }).take).toBe("lora");
  expect(adviceFor({ ...much, room: "lora16" }).take).toBe("lora");
  expect(adviceFor({ ...much, tasks: 2 }).take).toBe("lora");
  expect(adviceFor({ ...much, kind: "classify" }).take).toBe("lora");
});

test("LoRA is merged where answers must be as fast as before, swapped where several tasks may cost more", () => {
  expect(adviceFor({}).reasons).toContain("merged");
  expect(adviceFor({ tasks: 5 }).reasons).toContain("merged");
  expect(adviceFor({ tasks: 5, mayCostMore: true }).reasons).toContain("unmerged");
  expect(adviceFor({ mayCostMore: true }).reasons).toContain("merged");
  expect(adviceFor({ examples: 5 }).reasons).not.toContain("merged");
});

test("a packed base is explained where the GPU has no room for 16 bits", () => {
  expect(adviceFor({ room: "lora4" }).reasons).toContain("quantized");
  expect(adviceFor({ room: "lora16" }).reasons).not.toContain("quantized");
  expect(adviceFor({ room: "full" }).reasons).not.toContain("quantized");
});

test("alternatives are left out where the model cannot have them", () => {
  const labels = { kind: "classify", examples: 500 } as const;
  expect(adviceFor({ ...labels, hasBiases: true }).others).toEqual(["bitfit", "head"]);
  expect(adviceFor(labels).others).toEqual(["head"]);
  const many = { tasks: 5, mayCostMore: true } as const;
  expect(adviceFor({ ...many, parameters: 1.1e10 }).others).toEqual(["prompt-tuning", "ia3"]);
  expect(adviceFor(many).others).toEqual(["ia3", "dora"]);
  expect(suits("prompting", { ...usual, writes: false })).toBe(false);
  expect(suits("other-model", usual)).toBe(true);
});
