import { defineTask } from "./task";

/** Is it an animal or an object, is it big or small? Which of the two is asked, only the demonstrations tell. */
export const thingLabel = defineTask({
  id: "thing-label",
  family: "reader",
  options: {},
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "whale", answer: "animal" },
    { input: "key", answer: "object" },
    { input: "ant", answer: "small" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async () => (await import("./reader/thing-questions")).loadThings(),
});
