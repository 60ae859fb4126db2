import { defineTask } from "./task";

/** A chain of operations modulo 10, in a fixed order: "chain 3 a + 4 b * 7". */
export const chain = defineTask({
  id: "chain",
  family: "reader",
  options: {},
  batch: 32,
  steps: 200,
  exact: false,
  samples: [
    { input: "chain 3 a + 4", answer: "7" },
    { input: "chain 3 a + 4 b * 7", answer: "9" },
    { input: "chain 5 a - 8 b + 1", answer: "8" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async () => (await import("./reader/questions")).loadQuestions("chain"),
});
