import { expect, test } from "vitest";
import { readConfig } from "../../counting/read-config";
import { type Project, usual } from "./project";
import { projectIssues, readProject, writeProject } from "./project-query";

const config = { model_type: "gpt2", n_layer: 2, n_embd: 64, n_head: 4, vocab_size: 500, n_positions: 32 };

test("every answer comes back from the address", () => {
  const project: Project = {
    model: usual.model,
    own: readConfig(JSON.stringify(config), "mine"),
    gpu: "other",
    gigabytes: 48,
    examples: 300,
    kind: "chat",
    tasks: 7,
    mayCostMore: true,
    batch: 2,
    length: 1024,
    checkpointing: false,
  };
  const back = readProject(writeProject(project));
  expect({ ...back, own: null }).toEqual({ ...project, own: null });
  expect(back.own?.id).toBe("mine");
  expect(back.own?.config).toEqual(project.own?.config);
  expect(writeProject(back)).toBe(writeProject(project));
});

test("the usual answers leave the address empty", () => {
  expect(writeProject(usual)).toBe("");
  expect(readProject("")).toEqual(usual);
  expect(writeProject({ ...usual, gigabytes: 48 })).toBe("");
});

test("nonsense is left as usual", () => {
  const query =
    "model=xyzzy&gpu=abacus&kind=cook&examples=-1&tasks=0&batch=1.5&length=1e99&gigabytes=&config={";
  expect(readProject(query)).toEqual(usual);
});

test("what is left as usual is named, and nothing else", () => {
  const reasons = (query: string) => projectIssues(query).map(({ part, reason }) => `${part} ${reason}`);
  expect(reasons("model=xyzzy&gpu=abacus&examples=-1&batch=1.5&config={&surprise=1&cost=less")).toEqual([
    "gpu=abacus not-a-choice",
    "examples=-1 out-of-range",
    "batch=1.5 out-of-range",
    "config={ malformed",
    "surprise=1 unknown",
    "cost=less not-a-choice",
  ]);
  expect(reasons("model=xyzzy")).toEqual(["model=xyzzy unknown"]);
  expect(reasons(writeProject({ ...usual, gpu: "other", gigabytes: 48, checkpointing: false }))).toEqual([]);
});
