import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { startEngine } from "../engine/engine";
import { defaultPrompt, plainVariant } from "../experiments/prompt/default-prompt";
import { materialsFor } from "./materials-for";
import { nodeEngineFiles, repositoryPath } from "./node-files";
import { readPromptArguments } from "./prompt-arguments";
import { formatPrompt, type PromptResult, runPrompt } from "./run-prompt";

const read = (values: Parameters<typeof readPromptArguments>[0]) => readPromptArguments(values, "usage");

describe("the arguments of a prompt experiment", () => {
  it("fill in what is left out", () => {
    expect(read({ task: "past-tense" })).toEqual(defaultPrompt());
    expect(read({ task: "couplet" }).base).toBe("tang-micro");
  });

  it("describe variants, weights, number of questions and seed", () => {
    const variant = ["trigger=A", "demonstrations=2;labels=random"];
    const spec = read({ task: "past-tense", variant, from: "1000", items: "64", seed: "7" });
    expect(spec.variants.map(({ trigger }) => trigger)).toEqual(["A", null]);
    expect(spec.variants[1]?.demonstrations).toEqual({
      count: 2,
      labels: "random",
      inputs: "same",
      wrong: 0,
    });
    expect(spec).toMatchObject({ from: { step: 1000 }, items: 64, seed: 7 });
  });

  it.each([
    [{}, "which --task?"],
    [{ task: "chess" }, 'no task "chess"'],
    [{ task: "past-tense", base: "gpt-5" }, 'no base "gpt-5"'],
    [{ task: "past-tense", variant: ["demonstrations=99"] }, "demonstrations=99: out of range (0–64)"],
    [{ task: "past-tense", variant: ["colour=red"] }, "colour=red: unknown"],
    [{ task: "past-tense", variant: Array<string>(17).fill("") }, "at most 16 variants"],
    [{ task: "past-tense", items: "0" }, "--items takes a whole number"],
    [{ task: "past-tense", from: "soon" }, "--from takes"],
  ])("%j: says what is wrong", (values, message) => {
    expect(() => read(values)).toThrow(expect.objectContaining({ name: "UsageError" }));
    expect(() => read(values)).toThrow(message);
  });
});

describe("the result of a prompt experiment", () => {
  it("has a row for each variant, with its share, band and first prompt, and the chance", async () => {
    const spec = read({
      task: "past-tense",
      base: "toolbox-nano",
      items: "40",
      variant: ["", "trigger=A;name=tag A"],
    });
    const engine = await startEngine("wasm", nodeEngineFiles);
    const result = await runPrompt(engine, await materialsFor({ ...spec, task: spec.task.id }, ""), spec);
    expect(result.variants.map(({ of }) => of)).toEqual([40, 40]);
    for (const { share, right, of } of result.variants) expect(share).toBe(right / of);
    const text = formatPrompt(result);
    const { right, share } = result.variants[1]!;
    expect(text).toMatch(
      new RegExp(`^tag A +${right} of 40 +${share.toFixed(3)} +0\\.\\d{3}–0\\.\\d{3} +A\\w+=$`, "m"),
    );
    expect(text).toMatch(/^plain +\d+ of 40/m);
    expect(text).toContain("chance 0.025");
    const short = { ...result, questions: 3 };
    expect(formatPrompt(short)).toContain("3 (of 40 wanted");
    expect(spec.variants[0]).toEqual(plainVariant);
  });
});

describe("the command", () => {
  const run = promisify(execFile);
  const experiment = (...words: readonly string[]) =>
    run(process.execPath, ["--import", "tsx", "src/cli/experiment.ts", "--kind", ...words], {
      cwd: repositoryPath("."),
    });

  it("prints JSON", async () => {
    const base = ["--base", "toolbox-tiny", "--task", "past-tense", "--items", "8", "--json"];
    const { stdout } = await experiment("prompt", ...base, "--variant", "trigger=A");
    const result = JSON.parse(stdout.slice(stdout.indexOf("{"))) as PromptResult;
    expect(result).toMatchObject({ kind: "prompt", questions: 8, variants: [{ of: 8 }] });
  });

  it("ends with one line and code 2 where it was asked wrongly", async () => {
    const refused = { code: 2, stderr: expect.stringContaining("must be trained first") };
    await expect(experiment("prompt", "--task", "sentiment")).rejects.toMatchObject(refused);
    const unknown = { code: 2, stderr: expect.stringContaining('no kind "magic"') };
    await expect(experiment("magic")).rejects.toMatchObject(unknown);
  });
});
