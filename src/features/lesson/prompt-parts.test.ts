import { expect, it } from "vitest";
import { chainOfThoughtClaims } from "../../claims/chain-of-thought";
import { largerModelsClaims } from "../../claims/larger-models";
import { selfConsistencyClaims } from "../../claims/self-consistency";
import { readPromptLink, writePromptLink } from "../../experiments/prompt/prompt-link";
import { nothingScored } from "../../experiments/prompt/prompt-progress";
import { modelKey } from "../../training/race-spec";
import { partsOf, promptOfRun, wholeOf } from "./prompt-parts";
import { linesOf, placeOn, runsToAsk, withFewerVotes } from "./score-lines";

const named = (claims: Parameters<typeof promptOfRun>[0], names: readonly string[]) =>
  names.map((name) => ({ name, spec: promptOfRun(claims, name) }));

it("asks runs of one base and snapshot together, the others one after the other", () => {
  const names = ["flipped", "flippedEarly", "wrong50", "flippedNano", "letters"];
  const parts = partsOf(largerModelsClaims, names);
  expect(parts.map(({ runs }) => runs)).toEqual([
    ["flipped", "wrong50", "letters"],
    ["flippedEarly"],
    ["flippedNano"],
  ]);
  expect(parts[0]?.spec.variants.map(({ demonstrations }) => demonstrations.wrong)).toEqual([100, 50, 0]);
  expect(() => partsOf(largerModelsClaims, ["lora"])).toThrow("asks no run");
});

it("opens the lab with all that a step asks, each variant with its own base and snapshot where they differ", () => {
  const names = ["flippedTinyEarly", "flippedTiny", "flippedEarly", "flipped"];
  const whole = wholeOf(partsOf(largerModelsClaims, names))!;
  expect(whole.variants.map(({ model }) => model && modelKey(model))).toEqual([
    "reader-tiny, step=500",
    "reader-tiny, pretrained",
    "reader-micro, step=500",
    "reader-micro, pretrained",
  ]);
  const sameModel = wholeOf(partsOf(largerModelsClaims, ["wrong0", "wrong50"]))!;
  expect(sameModel.variants.map(({ model }) => model)).toEqual([undefined, undefined]);
  expect(readPromptLink(writePromptLink(whole))).toEqual({ spec: whole, issues: [] });
});

it("starts another experiment where one has no room for more variants", () => {
  const names = Array.from({ length: 18 }, () => "flipped");
  expect(partsOf(largerModelsClaims, names).map(({ runs }) => runs.length)).toEqual([16, 2]);
});

it("draws runs that agree in all but the setting as one line", () => {
  const names = ["steps1", "direct1", "steps2", "direct2", "tinySteps5"];
  const lines = linesOf(named(chainOfThoughtClaims, names), "length");
  expect(lines.map(({ runs }) => runs.map(({ name }) => name))).toEqual([
    ["steps1", "steps2"],
    ["direct1", "direct2"],
    ["tinySteps5"],
  ]);
  expect(lines[0]?.runs.map(({ spec }) => placeOn("length", spec, 0))).toEqual([1, 2]);
});

it("draws snapshots of one base as one line, the untrained base first", () => {
  const runs = named(largerModelsClaims, ["flipped", "flippedEarly", "flippedMiddle"]);
  const [line, ...others] = linesOf(runs, "snapshot");
  expect(others).toEqual([]);
  expect(line?.runs.map(({ spec }) => placeOn("snapshot", spec, 0))).toEqual([6000, 500, 3000]);
});

it("asks only the run with most votes, which knows what fewer would have said", () => {
  const runs = named(selfConsistencyClaims, ["greedy", "one", "three", "twentyFive"]);
  expect(runsToAsk(runs, "votes").map(({ name }) => name)).toEqual(["greedy", "twentyFive"]);
  expect(runsToAsk(runs, "length")).toBe(runs);
  const score = { ...nothingScored, right: 3, of: 4, rightByVotes: [1, 2, 3], tokens: 30 };
  expect(withFewerVotes(score, 2)).toMatchObject({ right: 2, of: 4, tokens: 20 });
  expect(withFewerVotes(score, 3)).toBe(score);
});
