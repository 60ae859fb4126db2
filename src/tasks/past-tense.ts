import { defineTask } from "./task";

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
    // Fetched when it is asked: pages only name it.
    const [{ toolboxTask }, { loadVerbs }] = await Promise.all([
      import("./toolbox-format"),
      import("./toolbox-words"),
    ]);
    return toolboxTask({
      splits: await loadVerbs(read),
      longest: 13,
      clean: (input) => input.trim().toLowerCase(),
    });
  },
});
