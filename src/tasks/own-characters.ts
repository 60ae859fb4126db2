import { ownDataOption } from "./own/place";
import { defineTask } from "./task";

/** A learner's own pairs of questions and answers, in Chinese characters. */
export const ownCharacters = defineTask({
  id: "own-characters",
  family: "tang",
  options: ownDataOption,
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "明月", answer: "月明" },
    { input: "春风", answer: "风春" },
    { input: "青山", answer: "山青" },
  ],
  async load(read, { data }) {
    // Fetched when it is asked: pages only name it.
    const [{ loadOwnPairs }, { charactersFrame }] = await Promise.all([
      import("./own/load-own"),
      import("./own/frames"),
    ]);
    return loadOwnPairs(read, data, charactersFrame);
  },
});
