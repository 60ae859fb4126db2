import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bases, findBase } from "../bases/index";
import { repositoryPath } from "../cli/node-files";
import { defaultOptions } from "../lib/options";
import { findMethod, methods } from "../methods/index";
import { ownRate } from "./learning-rates";
import rates from "./learning-rates.json";

interface SweptBase {
  readonly base: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly rows: readonly { method: string; learningRate: number; meanLogLoss: number }[];
}
const { sweeps } = JSON.parse(readFileSync(repositoryPath("public/runs/sweep.json"), "utf8")) as {
  sweeps: readonly SweptBase[];
};

it("rates are listed for bases and methods that exist", () => {
  const listed = Object.values(rates).flatMap((one) => Object.keys(one));
  expect(Object.keys(rates).filter((id) => !findBase(id))).toEqual([]);
  expect(listed.filter((id) => !findMethod(id))).toEqual([]);
});

it("a method takes its first rate where nothing was swept", () => {
  expect(ownRate("no-such-base", "lora", 0.5)).toBe(0.5);
});

describe.each(bases.map(({ id }) => id))("the rates on %s", (base) => {
  const swept = sweeps.find((one) => one.base === base)!;

  const own = methods.map(({ id }) => id).filter((id) => swept.rows.some(({ method }) => method === id));
  it.each(own)("%s: the best that was swept, with a worse one on either side", (id) => {
    const rows = swept.rows
      .filter(({ method }) => method === id)
      .sort((a, b) => a.learningRate - b.learningRate);
    const best = rows.reduce((a, b) => (b.meanLogLoss < a.meanLogLoss ? b : a));
    expect(ownRate(base, id, Number.NaN)).toBe(best.learningRate);
    const at = rows.indexOf(best);
    // The range ends at 1, the largest rate that a race may have.
    expect(at).toBeGreaterThan(0);
    expect(at < rows.length - 1 || best.learningRate === 1).toBe(true);
  });

  it("were swept with the options that the methods have now", () => {
    const now = methods.filter(({ id }) => own.includes(id));
    expect(swept.options).toEqual(
      Object.fromEntries(now.map(({ id, options }) => [id, defaultOptions(options)])),
    );
  });

  it("are those of the micro base where a mini was not swept, and only there", () => {
    const others = methods.map(({ id }) => id).filter((id) => !own.includes(id));
    if (!base.endsWith("-mini")) expect(others).toEqual([]);
    const micro = base.replace("-mini", "-micro");
    for (const id of others) expect(ownRate(base, id, Number.NaN)).toBe(ownRate(micro, id, 0));
  });
});
