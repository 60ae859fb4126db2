import { defineTask, InputError } from "./task";

/** Digits -> 中文 numerals: never in pretraining, which only went the other way. */
export const numerals = defineTask({
  id: "numerals",
  family: "toolbox",
  options: {},
  batch: 32,
  steps: 200,
  exact: true,
  samples: [
    { input: "28", answer: "二十八" },
    { input: "107", answer: "一百零七" },
    { input: "960", answer: "九百六十" },
  ],
  async load() {
    // Fetched when it is asked: pages only name it.
    const [{ toolboxTask }, { numberItems }, { chineseNumeral }] = await Promise.all([
      import("./toolbox-format"),
      import("./toolbox-numbers"),
      import("../lib/numerals"),
    ]);
    return toolboxTask({
      splits: numberItems(chineseNumeral),
      longest: 8,
      clean: (input) => {
        const digits = input.trim().replaceAll(",", "");
        if (digits !== "" && !/^[1-9][0-9]*$/.test(digits))
          throw new InputError("not-a-number", input.trim());
        return digits;
      },
    });
  },
});
