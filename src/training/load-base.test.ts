import { describe, expect, it } from "vitest";
import { bases } from "../bases/index";
import { nodeCheckpoints } from "../cli/node-files";
import { countParameters } from "../model/parameters";
import { configOf } from "../model/stored-config";
import { loadCheckpoint } from "./load-base";

describe("every base on offer", () => {
  it.each(bases.map((base) => [base.id, base] as const))(
    "%s has a checkpoint that its card describes",
    async (_, base) => {
      const { params, card } = await loadCheckpoint(base, "pretrained", nodeCheckpoints, () => {});
      const size = Object.values(params).reduce((sum, { data }) => sum + data.length, 0);
      expect(size).toBe(countParameters(base.config));
      expect(card).toMatchObject({ id: base.id, recipe: base.recipe, parameters: size });
      expect(configOf(card.config)).toEqual(base.config);
      expect(card.bytes).toBeLessThan(base.id.endsWith("-mini") ? 2_700_000 : 1_600_000);
      expect(card.heldOutLoss).toBeLessThan(card.curve[0]!.loss);
    },
  );
});
