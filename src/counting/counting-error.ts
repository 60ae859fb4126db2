/** Something asked for that there is not; `known` lists what there is. */
export class CountingError extends Error {
  override name = "CountingError";
  constructor(
    readonly kind: "model" | "method" | "option" | "value" | "target" | "task",
    readonly asked: string,
    readonly known: readonly string[],
  ) {
    super(`${sentences[kind](asked)} ${known.join(", ")}`);
  }
}

const sentences: Readonly<Record<CountingError["kind"], (asked: string) => string>> = {
  model: (asked) => `there is no model "${asked}" here. Models:`,
  method: (asked) => `there is no method "${asked}" here. Methods:`,
  option: (asked) => `there is no option "${asked}" here. Options:`,
  value: (asked) => `${asked}. Possible:`,
  target: (asked) => `the model has no module "${asked}". Modules of its blocks:`,
  task: (asked) => `the model has no head for ${asked}. Tasks:`,
};
