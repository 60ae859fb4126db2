import { defineTask } from "./task";

/** A sum modulo 10, whose numbers can be added in any order: "sum a 5 b 8". */
export const sum = defineTask({
  id: "sum",
  family: "reader",
  options: {},
  batch: 32,
  steps: 200,
  exact: false,
  samples: [
    { input: "sum a 5 b 8", answer: "3" },
    { input: "sum a 9 b 4 c 2", answer: "5" },
    { input: "sum a 1 b 1 c 7", answer: "9" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async () => (await import("./reader/questions")).loadQuestions("sum"),
});
