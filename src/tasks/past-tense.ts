import { defineTask } from "./task";

/** Verb -> past tense: a skill the base has under the tag A, asked here under a tag it never saw. */
export const pastTense = defineTask({
  id: "past-tense",
  family: "toolbox",
  options: {
    /** Trains on this many verbs, always the same ones; 0: on all there are. */
    examples: { kind: "integer", default: 0, min: 0, max: 1000 },
  },
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "walk", answer: "walked" },
    { input: "carry", answer: "carried" },
    { input: "stop", answer: "stopped" },
  ],
  async load(read, { examples }) {
    // Fetched when it is asked: pages only name it.
    const [{ toolboxTask }, { loadVerbs }] = await Promise.all([
      import("./toolbox-format"),
      import("./toolbox-words"),
    ]);
    return toolboxTask({
      splits: await loadVerbs(read),
      examples,
      longest: 13,
      clean: (input) => input.trim().toLowerCase(),
    });
  },
});
