import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { nodeEngineFiles, repositoryPath } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findMethod, methods } from "../methods/index";
import { type MethodFacts, probeMethod } from "./probe-method";

type Table = Record<string, Record<"decoder" | "encoder", MethodFacts>>;
const committed = JSON.parse(readFileSync(repositoryPath("public/runs/method-facts.json"), "utf8")) as Table;

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

/** Differences are rounding or chance in their last digits: their size is compared, all else exactly. */
const rough = ({ mergeDifference, startDifference, ...rest }: MethodFacts) => ({
  ...rest,
  merged: mergeDifference === null ? null : mergeDifference < 1e-5,
  start: startDifference < 1e-6 ? 0 : Math.round(Math.log10(startDifference)),
});

it.each(methods.map(({ id }) => id))("the facts that the page shows of %s are what its code does", (id) => {
  for (const kind of ["decoder", "encoder"] as const) {
    expect(rough(probeMethod(engine, findMethod(id)!, kind))).toEqual(rough(committed[id]![kind]));
  }
});

it("tells methods apart where the papers do", () => {
  const of = (id: string): MethodFacts => probeMethod(engine, findMethod(id)!, "decoder");
  expect(of("prompt-tuning").extraPositions).toEqual({ input: 8, keys: 0 });
  expect(of("prefix-tuning").extraPositions).toEqual({ input: 0, keys: 8 });
  expect(of("llama-adapter").extraPositions).toEqual({ input: 0, keys: 8 });
  expect(of("lora")).toMatchObject({
    noOpAtStart: true,
    zeroGradientAtStart: ["lora_A"],
    backpropToInput: true,
  });
  expect(of("head").backpropToInput).toBe(false);
  expect(of("prefix-tuning").noOpAtStart).toBe(false);
});
