import { defineTask } from "./task";

/** Write a sentence, any sentence: readers say which ones they like. The input is the tag alone. */
export const sentences = defineTask({
  id: "sentences",
  family: "sentences",
  options: { language: { kind: "choice", default: "en", choices: ["en", "zh"] } },
  batch: 64,
  steps: 200,
  exact: false,
  samples: [
    { input: "say", answer: "the dog was very happy" },
    { input: "say", answer: "this song seemed noisy and sad again" },
    { input: "say", answer: "my friend felt warm but the soup was cold" },
  ],
  // Fetched when it is asked: pages only name it.
  load: async (_, { language }) => (await import("./sentences/load-sentences")).loadSentences(language),
});
