import { defineTask, type Item } from "./task";

/** Verb -> -ing form: a rule the base never did, close to one it knows. The answers are made by rule. */
export const ingFormTask = defineTask({
  id: "ing-form",
  family: "toolbox",
  options: {},
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "walk", answer: "walking" },
    { input: "carry", answer: "carrying" },
    { input: "arrive", answer: "arriving" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const [{ toolboxTask }, { ingForm, loadVerbs }] = await Promise.all([
      import("./toolbox-format"),
      import("./toolbox-words"),
    ]);
    const verbs = await loadVerbs(read);
    const withIng = (items: readonly Item[]): Item[] =>
      items.map((verb) => ({ input: verb.input, answer: ingForm(verb) }));
    return toolboxTask({
      splits: { train: withIng(verbs.train), heldOut: withIng(verbs.heldOut) },
      longest: 13,
      clean: (input) => input.trim().toLowerCase(),
    });
  },
});
