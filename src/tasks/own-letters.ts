import { ownDataOption } from "./own/place";
import { defineTask } from "./task";

/** A learner's own pairs of questions and answers, in letters and digits. */
export const ownLetters = defineTask({
  id: "own-letters",
  family: "toolbox",
  options: ownDataOption,
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "walk", answer: "walked" },
    { input: "carry", answer: "carried" },
    { input: "stop", answer: "stopped" },
  ],
  async load(read, { data }) {
    // Fetched when it is asked: pages only name it.
    const [{ loadOwnPairs }, { lettersFrame }] = await Promise.all([
      import("./own/load-own"),
      import("./own/frames"),
    ]);
    return loadOwnPairs(read, data, lettersFrame);
  },
});
