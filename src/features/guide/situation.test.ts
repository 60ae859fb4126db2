import { expect, test } from "vitest";
import { requireArchitecture } from "../../counting/count";
import { type Project, usual } from "./project";
import { situationOf, sortOf } from "./situation";

const roomFor = (change: Partial<Project>): string => situationOf({ ...usual, ...change }).room;

test("the room falls from full fine-tuning to nothing as models grow", () => {
  const rooms = ["gpt2", "llama-7b", "llama-13b", "llama-30b", "llama-65b"].map((model) =>
    roomFor({ model, gpu: "l4" }),
  );
  expect(rooms).toEqual(["full", "lora16", "lora4", "lora4", "none"]);
});

test("room is judged with one example a pass and checkpointing, whatever the pass on the page", () => {
  expect(roomFor({ model: "llama-7b", gpu: "l4", batch: 64, checkpointing: false })).toBe("lora16");
});

test("models are told apart by what they give", () => {
  const sorts = ["gpt2", "t5-small", "bert-base-uncased", "vit-base-patch16-224-in21k"].map((model) =>
    sortOf(requireArchitecture(model)),
  );
  expect(sorts).toEqual(["decoder", "pair", "encoder", "encoder"]);
  expect(situationOf({ ...usual, model: "bert-base-uncased" })).toMatchObject({
    writes: false,
    hasBiases: true,
  });
  expect(situationOf({ ...usual, model: "t5-small" })).toMatchObject({ writes: true, hasBiases: false });
});
