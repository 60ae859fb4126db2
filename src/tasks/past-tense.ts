import { defineTask } from "./task";
import { toolboxTask } from "./toolbox-format";
import { loadVerbs } from "./toolbox-words";

/** Verb -> past tense: a skill the base has under the tag A, asked here under a tag it never saw. */
export const pastTense = defineTask({
  id: "past-tense",
  family: "toolbox",
  options: {},
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "walk", answer: "walked" },
    { input: "carry", answer: "carried" },
    { input: "stop", answer: "stopped" },
  ],
  async load(read) {
    return toolboxTask({
      splits: await loadVerbs(read),
      longest: 13,
      clean: (input) => input.trim().toLowerCase(),
    });
  },
});
