import { readItems } from "./splits";
import { defineTask, type Item, type Split } from "./task";

/** Line of a poem -> its tones, level 平 or oblique 仄: some characters are read either way, by context. */
export const tonePattern = defineTask({
  id: "tone-pattern",
  family: "tang",
  options: {},
  batch: 32,
  steps: 400,
  exact: true,
  samples: [
    { input: "大漠孤烟直", answer: "仄仄平平仄" },
    { input: "黄河入海流", answer: "平平仄仄平" },
    { input: "姑苏城外寒山寺", answer: "平平平仄平平仄" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const [{ loadTangTokenizer, tangTask }, { linesOf, loadTangPoems }] = await Promise.all([
      import("./tang-format"),
      import("./tang-poems"),
    ]);
    const [tokenizer, poems, tones] = await Promise.all([
      loadTangTokenizer(read),
      loadTangPoems(read),
      read("data/tang-tones.tsv"),
    ]);
    const sideOf = new Map<string, Split>();
    for (const split of ["train", "heldOut"] as const) {
      for (const line of poems[split].flatMap(linesOf)) sideOf.set(line, split);
    }
    const on = (split: Split): Item[] => readItems(tones).filter((item) => sideOf.get(item.input) === split);
    return tangTask({
      tokenizer,
      // The colon is in no poem, so that it is new to the base.
      separator: "：",
      splits: { train: on("train"), heldOut: on("heldOut").slice(0, 500) },
      score: (answer, item) => (answer === item.answer ? 1 : 0),
    });
  },
});
