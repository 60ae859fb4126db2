import { beforeEach, expect, test } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import { defaultPrompt } from "../experiments/prompt/default-prompt";
import { findTask } from "../tasks/index";
import { type Lab, labPlace, labStore, type UsualLab } from "./lab";
import type { labTasks } from "./lab-tasks";
import { promptStore } from "./prompt-experiment";
import type { PromptExperiment } from "./prompt-shape";
import { fakeTrainer } from "./test-trainer";

const usualOf = (task: (typeof labTasks)[number]) => ({
  spec: defaultPrompt(findTask(task)),
  prompt: `a ${task}`,
});
const usual: UsualLab = {
  "thing-label": usualOf("thing-label"),
  chain: usualOf("chain"),
  sum: usualOf("sum"),
};

let kept: string | null;
let experiment: StoreApi<PromptExperiment>;
let lab: StoreApi<Lab>;
const newLab = (): StoreApi<Lab> =>
  labStore(experiment, usual, {
    read: () => kept,
    write: (prompts) => {
      kept = JSON.stringify(prompts);
    },
  });

beforeEach(() => {
  kept = null;
  experiment = promptStore(fakeTrainer().connect, () => ({ backend: null }));
  experiment.getState().configure(usual["thing-label"].spec);
  lab = newLab();
});

test("what was typed for each task is there again after the page was loaded again", () => {
  lab.getState().compose("chain", "chain 3 a +");
  lab = newLab();
  lab.getState().restore();
  expect(lab.getState().prompts).toEqual({
    "thing-label": "a thing-label",
    chain: "chain 3 a +",
    sum: "a sum",
  });
});

test("a link shows its prompt, and what was typed before is there again on the next visit", () => {
  lab.getState().compose("sum", "sum a 5 b 8 :");
  lab.getState().followLink("task=sum&prompt=sum+a+1");
  expect(lab.getState().prompts.sum).toBe("sum a 1");
  lab.getState().compose("chain", "chain 3 a + 4 :");
  expect(lab.getState().prompts.sum).toBe("sum a 1");
  lab = newLab();
  lab.getState().restore();
  expect(lab.getState().prompts).toMatchObject({ sum: "sum a 5 b 8 :", chain: "chain 3 a + 4 :" });
});

test("coming back to the page changes nothing, whatever another tab kept meanwhile", () => {
  lab.getState().restore();
  lab.getState().compose("sum", "sum a 5 :");
  kept = '{"sum":"sum a 9 :"}';
  lab.getState().restore();
  expect(lab.getState().prompts.sum).toBe("sum a 5 :");
});

test.each(["{", "7", '{"chain":7}'])("what cannot be read of what was kept is left: %s", (text) => {
  kept = text;
  lab.getState().restore();
  expect(lab.getState().prompts.chain).toBe("a chain");
});

test("another task comes with its own variants, and the former ones are kept", () => {
  const changed = { ...usual["thing-label"].spec, seed: 7 };
  experiment.getState().configure(changed);
  lab.getState().chooseTask("chain");
  expect(experiment.getState().draft).toEqual(usual.chain.spec);
  lab.getState().chooseTask("thing-label");
  expect(experiment.getState().draft).toEqual(changed);
});

test("the place of the lab brings experiment and prompt back, and says what of a link was left out", () => {
  experiment.getState().configure({ ...usual.sum.spec, seed: 9 });
  lab.getState().compose("sum", "sum a 5 b 8 : b 8");
  const [, query] = labPlace(lab.getState(), experiment.getState().draft).split("?");

  experiment.getState().configure(usual.chain.spec);
  lab.getState().compose("sum", "");
  lab.getState().followLink(`${query}&items=0`);
  expect(experiment.getState().draft).toEqual({ ...usual.sum.spec, seed: 9 });
  expect(lab.getState().prompts.sum).toBe("sum a 5 b 8 : b 8");
  expect(lab.getState().linkIssues).toMatchObject([{ part: "items=0", reason: "out-of-range" }]);
  lab.getState().dismissLinkIssues();
  expect(lab.getState().linkIssues).toEqual([]);
});
