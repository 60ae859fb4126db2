import { describe, expect, it } from "vitest";
import { findArchitecture } from "../../counting/architectures";
import { count } from "../../counting/count";
import { methods } from "../../methods/index";
import { recipeIds } from "../../recipes/index";
import { recipeOptions } from "./recipe-options";

const model = "Llama-3.2-3B";
const architecture = findArchitecture(model)!;
const of = (method: string, chosen = {}) => recipeOptions(method, architecture, chosen);

describe("the options of a recipe", () => {
  it("are those the page counted with where nothing was chosen", () => {
    expect(of("lora")).toMatchObject({ rank: 8, targets: ["attention.query", "attention.value"] });
    expect(of("prompt-tuning")).toMatchObject({ length: 20 });
    expect(of("p-tuning")).toMatchObject({ length: 20, hidden: architecture.width, encoder: "mlp" });
    // r (d_out + r) of the count and of the script are the same vectors.
    const trained = count(model, "vera", {}).trained;
    const { rank } = of("vera") as { rank: number };
    expect(trained).toBe(architecture.layers * (rank + architecture.width + rank + architecture.keyWidth));
  });

  it("are those chosen, beyond the limits of the playground, too", () => {
    expect(of("lora", { r: 500, target_modules: "all-linear" })).toMatchObject({
      rank: 500,
      targets: expect.arrayContaining(["mlp.up", "attention.output"]),
    });
    expect(
      of("p-tuning", { encoder_reparameterization_type: "LSTM", encoder_hidden_size: 3072 }),
    ).toMatchObject({
      encoder: "lstm",
      hidden: 3072,
    });
    expect(of("adapter", { after: "mlp" })).toMatchObject({ after: ["mlp"] });
  });

  it("are there for every method that has a recipe, and for no other", () => {
    for (const { id } of methods) expect(of(id) !== undefined, id).toBe(recipeIds.includes(id));
    expect(of("loha", { r: 4 })).toBeUndefined();
  });
});
