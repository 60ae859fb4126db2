import { describe, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints } from "../cli/node-files";
import { characterTokenizer } from "../model/tokenizer";
import { findTask } from "../tasks/index";
import type { Example } from "../tasks/task";
import { DataError, loadMaterials } from "./materials";

const empty: Example = { tokens: new Int32Array(), targets: new Int32Array(), weights: new Float32Array() };
const base = findBase("toolbox-nano")!;
const task = findTask("past-tense")!;
const corpus = { tokenizer: characterTokenizer([]), draw: () => empty, probes: [] };

describe("data of a task", () => {
  it.each([
    ["missing", () => Promise.reject(new Error("404"))],
    ["format", async () => "<!doctype html>"],
    ["format", async () => ""],
  ])("that cannot be used are %s", async (problem, readText) => {
    const source = { ...nodeCheckpoints, readText };
    const error = await loadMaterials(base, task, "untrained", source, () => {}).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ problem, task: "past-tense" });
  });

  it("that are a learner's own and not kept here are told from files that are missing", async () => {
    const source = { ...nodeCheckpoints, readText: () => Promise.reject(new Error("none")) };
    const own = findTask("own-letters")!;
    const taskOptions = { data: "0123456789abcdef" };
    const loading = loadMaterials({ ...base, load: async () => corpus }, own, "untrained", source, () => {}, {
      taskOptions,
    });
    await expect(loading).rejects.toMatchObject({ problem: "not-here", task: "own-letters" });
  });

  it("may end their lines as Windows does", async () => {
    const readText = async (path: string) => (await nodeCheckpoints.readText(path)).replaceAll("\n", "\r\n");
    const items = async (source: typeof nodeCheckpoints) =>
      (
        await loadMaterials({ ...base, load: async () => corpus }, task, "untrained", source, () => {})
      ).task.items("heldOut");
    expect(await items({ ...nodeCheckpoints, readText })).toEqual(await items(nodeCheckpoints));
  });
});
