import { describe, expect, it } from "vitest";
import { readConfig } from "../../counting/read-config";
import { countSelection, type Selection } from "./counted-method";
import { readSelection, usual, writeSelection } from "./selection-query";

const roundTrip = (selection: Selection): Selection => readSelection(writeSelection(selection));

describe("the address", () => {
  it("is bare where all is as usual", () => {
    expect(writeSelection(usual)).toBe("");
    expect(readSelection("")).toEqual(usual);
  });

  it("brings a selection back", () => {
    const selection: Selection = {
      model: "roberta-base",
      own: null,
      methods: ["random-subset", "prefix-tuning", "lora"],
      options: {
        "random-subset": { share: 0.1 },
        "prefix-tuning": { num_virtual_tokens: 5, prefix_projection: true },
        lora: { r: 4, target_modules: "query+value" },
      },
      labels: 3,
      precision: "fp32",
    };
    expect(writeSelection({ ...selection, options: { lora: selection.options.lora! } })).toBe(
      "model=roberta-base&methods=random-subset,prefix-tuning,lora&labels=3&precision=fp32&lora.r=4&lora.target_modules=query%2Bvalue",
    );
    expect(roundTrip(selection)).toEqual(selection);
    expect(countSelection(roundTrip(selection))).toEqual(countSelection(selection));
  });

  it("keeps options that were taken over from a published count", () => {
    const options = { lora: { r: 8, target_modules: ["c_attn", "c_proj"], modules_to_save: "wte" } };
    const taken: Selection = { ...usual, model: "gpt2", methods: ["lora"], options };
    expect(countSelection(roundTrip(taken)).reports[0]).toEqual(countSelection(taken).reports[0]);
  });

  it("carries a model of one's own", () => {
    const config = { model_type: "gpt2", n_layer: 3, n_embd: 48, n_head: 4, vocab_size: 1000, n_ctx: 77 };
    const own = readConfig(JSON.stringify({ ...config, _name_or_path: "me/tiny & mine" }));
    const selection: Selection = { ...usual, own, methods: ["full", "lora"] };
    const again = roundTrip(selection);
    expect(again.own?.id).toBe("tiny & mine");
    expect(countSelection(again)).toEqual(countSelection(selection));
    expect(writeSelection(again)).toBe(writeSelection(selection));
  });

  it("knows models by other names, and passes over what it does not know", () => {
    expect(readSelection("model=mistralai/Mistral-7B-Instruct-v0.2").model).toBe("Mistral-7B-v0.1");
    const wrong = [
      "model=nothing",
      "methods=telepathy",
      "labels=-3",
      "labels=1e9",
      "precision=int1",
      "config=%7B%7D",
      "config=%",
      "lora.r=-1",
      "lora.r=99999999",
      "lora.rank_of_a_duke=4",
      "lora.target_modules=nowhere",
      "prefix-tuning.prefix_projection=maybe",
      "__proto__.r=3",
    ];
    for (const query of wrong) expect(readSelection(query), query).toEqual(usual);
  });

  it("leaves out what the model cannot have", () => {
    expect(readSelection("model=whisper-small&methods=head,lora&labels=4")).toMatchObject({
      methods: ["lora"],
      labels: null,
    });
  });
});
