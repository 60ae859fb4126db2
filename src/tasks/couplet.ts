import { defineTask } from "./task";

/** First line of a couplet -> second line (上句 -> 下句), from the middle couplets of regulated poems. */
export const couplet = defineTask({
  id: "couplet",
  family: "tang",
  options: {},
  batch: 32,
  steps: 300,
  exact: false,
  samples: [
    { input: "明月松间照", answer: "清泉石上流" },
    { input: "大漠孤烟直", answer: "长河落日圆" },
    { input: "远山晴带雪", answer: "寒水晚多风" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const [{ loadTangTokenizer, tangTask }, { loadTangPoems, middleCouplets }, { loadTones, scoreForm }] =
      await Promise.all([import("./tang-format"), import("./tang-poems"), import("./couplet-form")]);
    const [tokenizer, poems, tone] = await Promise.all([
      loadTangTokenizer(read),
      loadTangPoems(read),
      loadTones(read),
    ]);
    return tangTask({
      tokenizer,
      separator: "，",
      splits: {
        train: middleCouplets(poems.train),
        heldOut: middleCouplets(poems.heldOut).slice(0, 450),
      },
      score: (answer, item) => scoreForm(answer, item, tone),
    });
  },
});
