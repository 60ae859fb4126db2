import { expect, test } from "vitest";
import { keywords } from "../recipes/fixtures/api.json";
import { noShift } from "./layout";
import { read, write } from "./test-adapters";
import { common, expectedAdapters } from "./test-peft-table";

test.each(expectedAdapters)(
  "$method has the names, shapes, config and positions that HF PEFT expects",
  ({ method, options, ours, theirs, config, shift = noShift }) => {
    const made = write(method, options, ours);
    const { tensors, config: written } = read(made);
    const shapes = Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]));
    expect(shapes).toEqual(theirs);
    expect(written).toEqual({ ...common, ...config });
    expect(made.ok && made.shift).toEqual(shift);
    expect(made.ok && made.trainedBase).toEqual({});
  },
);

test("the two names of VeRA's projections hold the same", () => {
  const vera = expectedAdapters.find(({ method }) => method === "vera")!;
  const { tensors } = read(write("vera", vera.options, vera.ours));
  expect(tensors["base_model.vera_A.default"]).toEqual(tensors["base_model.vera_A"]);
  expect(tensors["base_model.vera_B.default"]).toEqual(tensors["base_model.vera_B"]);
});

test("an AdaLoRA with alpha 0, which adds nothing here, adds nothing in PEFT, where 0 means the rank", () => {
  const { options, ours } = expectedAdapters.find(({ method }) => method === "adalora")!;
  const e = Object.entries(read(write("adalora", { ...options, alpha: 0 }, ours)).tensors).filter(([name]) =>
    name.endsWith("lora_E"),
  );
  expect(e.map(([, { data }]) => [...data])).toEqual([[0, 0, 0, 0]]);
});

/** HF PEFT's class by the type that a config names. */
const classes = {
  LORA: "LoraConfig",
  ADALORA: "AdaLoraConfig",
  VERA: "VeraConfig",
  IA3: "IA3Config",
  LN_TUNING: "LNTuningConfig",
  PREFIX_TUNING: "PrefixTuningConfig",
  PROMPT_TUNING: "PromptTuningConfig",
  P_TUNING: "PromptEncoderConfig",
} as const;

test.each(expectedAdapters)(
  "the config of $method has only fields that its class knows",
  ({ method, options, ours, config: fields }) => {
    const known = Object.entries(classes).find(([type]) => type === fields.peft_type)?.[1];
    const { config: written } = read(write(method, options, ours));
    const allowed: readonly string[] = known ? keywords[known] : [];
    expect(Object.keys(written).filter((field) => !allowed.includes(field))).toEqual([]);
  },
);
