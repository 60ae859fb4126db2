import { describe, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints } from "../cli/node-files";
import { findTask } from "../tasks/index";
import { DataError, loadMaterials } from "./materials";

const base = findBase("toolbox-nano")!;
const task = findTask("past-tense")!;

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
});
