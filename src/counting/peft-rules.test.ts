import { describe, expect, test } from "vitest";
import { count } from "./count";
import type { RawOptions } from "./options";

/** What HF PEFT prints: trainable and all parameters. */
function printed(model: string, method: string, options: RawOptions = {}): readonly number[] {
  const { peft } = count(model, method, options);
  return [peft.trainable, peft.all];
}

const notesOf = (model: string, method: string, options: RawOptions = {}): string =>
  count(model, method, options)
    .notes.map(({ text }) => text)
    .join("\n");

describe("a fresh head", () => {
  test("trains only where it has a name that HF PEFT knows", () => {
    const task = { task_type: "SEQ_CLS" };
    expect(printed("deberta-v3-base", "lora", task)).toEqual([296_450, 184_720_132]);
    expect(printed("deberta-v3-base", "lora", { ...task, modules_to_save: "classifier,pooler" })[0]).toBe(
      887_042,
    );
    expect(printed("t5-small", "lora", task)).toEqual([294_912, 61_065_218]);
    expect(notesOf("t5-small", "lora", task)).toMatch(
      /classification_head, 263,682 fresh parameters stay frozen/,
    );
    expect(notesOf("bert-base-cased", "lora", task)).toBe("");
  });

  test("takes in what ends like the name: DistilBERT's pre_classifier", () => {
    const head = 768 * 768 + 768 + 2 * 768 + 2;
    const lora = 6 * 2 * 8 * (768 + 768);
    const options = { task_type: "SEQ_CLS", target_modules: "q_lin,v_lin" };
    expect(printed("distilbert-base-uncased", "lora", options)[0]).toBe(lora + head);
  });

  test("stays frozen where the method has no modules_to_save", () => {
    const options = { task_type: "SEQ_CLS", num_labels: 3 };
    expect(printed("gpt2", "trainable-tokens", { ...options, tokens: 3 })[0]).toBe(2_304);
    expect(printed("gpt2", "llama-adapter", { ...options, adapter_len: 10, adapter_layers: 5 })[0]).toBe(
      38_405,
    );
    expect(notesOf("gpt2", "llama-adapter", options)).toMatch(/no modules_to_save/);
    expect(notesOf("gpt2", "trainable-tokens", { task_type: "TOKEN_CLS" })).toMatch(/refuses this/);
  });

  test("is copied beside a soft prompt, too", () => {
    const options = { num_virtual_tokens: 20, task_type: "SEQ_CLS" };
    expect(printed("roberta-base", "prompt-tuning", options)[1]).toBe(125_254_660);
    expect(printed("roberta-base", "prompt-tuning", { ...options, head_copy: "none" })[1]).toBe(124_662_530);
  });

  test("for images trains as if modules_to_save named it, unless it names something else", () => {
    const lora = 294_912;
    expect(printed("vit-base", "lora", { num_labels: 10 })[0]).toBe(lora + 7_690);
    expect(printed("vit-base", "lora", { num_labels: 10, modules_to_save: "[]" })[0]).toBe(lora);
    expect(notesOf("vit-base", "lora", { num_labels: 10, modules_to_save: "[]" })).toMatch(/stays frozen/);
  });

  test("cannot be tuned and saved at once", () => {
    const options = { target_modules: "all-linear", task_type: "TOKEN_CLS" };
    expect(notesOf("bert-base-cased", "lora", options)).toMatch(
      /refuses this: classifier would get an adapter/,
    );
    expect(notesOf("bert-base-cased", "lora", { ...options, modules_to_save: "classifier" })).toBe("");
    expect(notesOf("bert-base-cased", "layer-norm", options)).toMatch(/refuses this/);
  });
});

describe("modules_to_save", () => {
  test("may be any module, and copies it", () => {
    const plain = printed("gpt2", "lora");
    expect(printed("gpt2", "lora", { modules_to_save: "wte" })).toEqual(
      plain.map((size) => size + 50_257 * 768),
    );
    expect(printed("gpt2", "lora", { modules_to_save: "ln_f" })).toEqual(plain.map((size) => size + 1_536));
    // A copy of a tied output has weights itself.
    expect(printed("gpt2", "lora", { modules_to_save: "lm_head" })).toEqual(
      plain.map((size) => size + 50_257 * 768),
    );
  });

  test("copies again what is inside another", () => {
    const embeddings = (30_522 + 512 + 2) * 768;
    const [trainable, all] = printed("bert-base-uncased", "lora", { task_type: "FEATURE_EXTRACTION" });
    const saved = printed("bert-base-uncased", "lora", {
      task_type: "FEATURE_EXTRACTION",
      modules_to_save: "embeddings",
    });
    expect(saved).toEqual([trainable! + embeddings + 1_536, all! + 2 * embeddings + 1_536]);
  });

  test("passes over a name that is not there, and says so", () => {
    expect(printed("gpt2", "lora", { modules_to_save: "lm_haed" })).toEqual(printed("gpt2", "lora"));
    expect(notesOf("gpt2", "lora", { modules_to_save: "lm_haed" })).toMatch(
      /no module "lm_haed".*did you mean lm_head/,
    );
  });
});

describe("what is easily overlooked", () => {
  test("AdaLoRA passes over LoRA's r", () => {
    const options = { r: 8, target_modules: "q,v" };
    expect(printed("t5-base", "adalora", options)[0]).toBe(1_327_968);
    expect(notesOf("t5-base", "adalora", options)).toMatch(/init_r = 12/);
  });

  test("norms are copied, and the old ones stay", () => {
    expect(printed("gpt2", "layer-norm")).toEqual([38_400, 124_478_208]);
    expect(notesOf("bert-base-cased", "layer-norm")).toMatch(/set target_modules yourself/);
  });

  test("a prefix is as wide as the model, whatever its heads are", () => {
    const options = { task_type: "SEQ_2_SEQ_LM" };
    expect(printed("mt5-small", "prefix-tuning", options)[0]).toBe(163_840);
    expect(notesOf("mt5-small", "prefix-tuning", options)).toMatch(/512 wide, but the heads .* need 384/);
    expect(notesOf("t5-base", "prefix-tuning", options)).toBe("");
    expect(printed("mt5-small", "prefix-tuning", { ...options, token_dim: 384 })[0]).toBe(122_880);
  });

  test("the width of a bottleneck is cut, and par-bn has factor 2", () => {
    expect(count("bert-base-uncased", "pfeiffer", { reduction_factor: 10 }).trained).toBe(1_410_960);
    expect(count("bert-base-uncased", "par-bn").trained).toBe(7_091_712);
    expect(count("bert-base-uncased", "par-bn", { reduction_factor: 16 }).trained).toBe(894_528);
  });

  test("feedforward_modules may be none", () => {
    const options = { target_modules: "k_proj,v_proj,down_proj" };
    expect(printed("Meta-Llama-3-8B", "ia3", { ...options, feedforward_modules: "[]" })[0]).toBe(196_608);
    expect(printed("Meta-Llama-3-8B", "ia3", options)[0]).toBe(524_288);
  });

  test("a rank for single modules, and their alpha", () => {
    const options = { r: 8, target_modules: "q_proj,v_proj", alpha_pattern: '{"q_proj": 32}' };
    const each = (r: number): number => 16 * r * (2048 + 2048);
    const small = (r: number): number => 16 * r * (2048 + 512);
    const pattern = { ...options, rank_pattern: '{"q_proj": 4}' };
    expect(printed("Llama-3.2-1B", "lora", pattern)[0]).toBe(each(4) + small(8));
    expect(printed("Llama-3.2-1B", "lora", { ...options, rank_pattern: "q_proj=4,v_proj=2" })[0]).toBe(
      each(4) + small(2),
    );
    expect(
      printed("Llama-3.2-1B", "lora", { ...options, rank_pattern: '{"layers\\\\.0\\\\..*": 1}' })[0],
    ).toBe(((each(8) + small(8)) * 15) / 16 + (each(1) + small(1)) / 16);
  });

  test("tokens that train beside LoRA; a tied output shares their rows", () => {
    const more = (model: string, indices: string): number =>
      printed(model, "lora", { trainable_token_indices: indices })[0]! - printed(model, "lora")[0]!;
    expect(more("Llama-3.2-1B", "[5, 6, 7]")).toBe(3 * 2048);
    expect(more("Llama-3.2-1B", "5,6,7")).toBe(3 * 2048);
    expect(more("Llama-3.2-1B", '{"embed_tokens": [5], "lm_head": [5]}')).toBe(2048);
    expect(more("Llama-3.2-1B", '{"embed_tokens": [5, 6], "lm_head": [5]}')).toBe(3 * 2048);
    expect(more("llama-7b", '{"embed_tokens": [5], "lm_head": [5]}')).toBe(2 * 4096);
  });

  test("experts are tensors: LoRA finds them by their former names, or as target_parameters", () => {
    const experts = 32 * 8 * (2 * 8 * (2 * 14_336 + 4096) + 8 * (4096 + 14_336));
    expect(printed("Mixtral-8x7B-v0.1", "lora", { target_modules: "w1,w2,w3" })[0]).toBe(experts);
    const down = { target_modules: "q_proj", target_parameters: "mlp.experts.down_proj" };
    expect(printed("Mixtral-8x7B-v0.1", "lora", down)[0]).toBe(32 * 8 * (8192 + 8 * (4096 + 14_336)));
    expect(() => printed("Mixtral-8x7B-v0.1", "lora", { target_modules: "w1" })).toThrow(
      /w1 and w3 are one tensor/,
    );
  });

  test("names of both lines of HF transformers", () => {
    const lora = (names: string): number => printed("vit-base", "lora", { target_modules: names })[0]!;
    expect(lora("query,value")).toBe(lora("q_proj,v_proj"));
    expect(lora("dense")).toBe(lora("o_proj,fc1,fc2,dense"));
    expect(notesOf("vit-base", "lora", { target_modules: "query" })).toMatch(/HF transformers 4/);
    expect(printed("gpt-neox-20b", "lora", { target_modules: "embed_out" })[0]).toBe(8 * (6144 + 50_432));
  });

  test("what HF PEFT refuses is counted all the same, and said", () => {
    expect(notesOf("gpt2", "loha")).toMatch(/refuses this: loha does not work on .*c_attn.*Conv1D/);
    expect(notesOf("opt-125m", "loha")).toBe("");
    expect(notesOf("falcon-7b", "glora")).toMatch(/Falcon/);
    expect(notesOf("bert-base-cased", "llama-adapter")).toMatch(/only, not for models of type bert/);
    expect(notesOf("distilbert-base-uncased", "lora")).toMatch(/no default for models of type distilbert/);
    expect(notesOf("distilbert-base-uncased", "prompt-tuning")).toMatch(/token_dim, num_attention_heads/);
    expect(notesOf("opt-125m", "lora", { target_modules: "q_proj,o_proj" })).toMatch(
      /no module "o_proj".*did you mean out_proj/,
    );
    expect(notesOf("llama-7b", "lora", { target_modules: "query" })).toMatch(
      /read as the role of a matrix.*q_proj/,
    );
  });

  test("blocks to tune go with names: LoRA refuses them beside a pattern, LoHa ignores them", () => {
    const oneBlock = { target_modules: "all-linear", layers_to_transform: "3" };
    expect(notesOf("llama-7b", "lora", oneBlock)).toMatch(/refuses this: layers_to_transform/);
    expect(notesOf("llama-7b", "loha", oneBlock)).toMatch(/ignores layers_to_transform/);
    expect(printed("llama-7b", "loha", oneBlock)).toEqual(
      printed("llama-7b", "loha", { target_modules: "all-linear" }),
    );
    expect(notesOf("llama-7b", "lora", { ...oneBlock, target_modules: "q_proj" })).toBe("");
  });

  test("OFT's blocks give way to a size that fits", () => {
    expect(printed("gpt2", "oft", { oft_block_size: 50 })).toEqual(
      printed("gpt2", "oft", { oft_block_size: 48 }),
    );
    expect(notesOf("gpt2", "oft", { oft_block_size: 50 })).toMatch(/takes 48 instead/);
  });
});
