import { ownDataOption } from "./own/place";
import { defineTask } from "./task";

/** A learner's own texts with their labels, in English. */
export const ownLabels = defineTask({
  id: "own-labels",
  family: "phrases",
  options: ownDataOption,
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "where is the station", answer: "question" },
    { input: "the train is late", answer: "statement" },
    { input: "close the door", answer: "request" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async (read, { data }) => (await import("./own/load-own")).loadOwnLabels(read, data),
});
