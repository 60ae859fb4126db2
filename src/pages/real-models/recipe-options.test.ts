import { describe, expect, it } from "vitest";
import { recipeOptions } from "./recipe-options";

describe("the options of a recipe", () => {
  it("are those chosen on the page, the rest at the method's defaults", () => {
    expect(recipeOptions("lora", { r: 16, target_modules: "all-linear" })).toMatchObject({
      rank: 16,
      alpha: 8,
      targets: [
        "attention.query",
        "attention.key",
        "attention.value",
        "attention.output",
        "mlp.up",
        "mlp.down",
      ],
    });
    expect(recipeOptions("p-tuning", { encoder_reparameterization_type: "LSTM" })).toMatchObject({
      encoder: "lstm",
    });
    expect(recipeOptions("adapter", { after: "mlp" })).toMatchObject({ after: ["mlp"] });
  });

  it("stay at the default where the playground's method has no such choice", () => {
    expect(recipeOptions("lora", { r: 5000, num_labels: 2 })).toEqual(recipeOptions("lora", {}));
    expect(recipeOptions("loha", { r: 4 })).toBeUndefined();
  });
});
