import { expect, test } from "vitest";
import { methods } from "../methods/index";
import { findArchitecture } from "./architectures";
import { count } from "./count";
import { countingMethods } from "./methods/index";
import { models } from "./models/index";
import type { RawOptions } from "./options";

test("every method counts on a model of every family, and names are not used twice", () => {
  const families = new Map(models.map(({ id, config }) => [config.model_type, id]));
  for (const model of families.values()) {
    for (const { id: method, needsHead } of countingMethods) {
      const { isEncoderDecoder, load } = findArchitecture(model)!;
      if (needsHead && load("SEQ_CLS", 2) === null) continue;
      if (method === "shadow" && isEncoderDecoder) continue;
      if (method === "trainable-tokens" && load("IMAGE_CLS", 2) !== null) continue;
      const { trained, kept, total } = count(model, method, fitting[method] ?? {});
      expect(
        Number.isInteger(trained) && trained >= 0 && kept >= 0 && total > 0,
        `${method} on ${model}`,
      ).toBe(true);
    }
  }
  for (const list of [models, countingMethods]) {
    const names = list.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => name.toLowerCase()));
    expect(names).toEqual([...new Set(names)]);
  }
});

test("the methods of this project are counted under their own ids", () => {
  const counted = countingMethods.slice(0, methods.length).map(({ id }) => id);
  expect([...counted].sort()).toEqual(methods.map(({ id }) => id).sort());
});

/** Sizes that divide the widths of every family. */
const fitting: Readonly<Record<string, RawOptions>> = {
  c3a: { block_size: 64 },
  vblora: { vector_length: 64 },
};
