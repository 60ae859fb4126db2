import { expect, test } from "vitest";
import type { PlainTensor } from "../lib/safetensors";
import type { OneStack } from "./layout";
import { config, fc1, q, read, tensor, write } from "./test-adapters";

/** W x for a row-major (out, in) matrix, as PyTorch has it. */
function times({ shape: [out = 0, inner = 0], data }: PlainTensor, x: readonly number[]): number[] {
  return Array.from({ length: out }, (_, row) =>
    x.reduce((sum, value, column) => sum + value * (data[row * inner + column] ?? 0), 0),
  );
}

const x = [0.5, -1, 2, 0.25, -0.75, 1.5];

/** x M for one of ours, (in, out). */
function through(input: readonly number[], { shape: [inner = 0, out = 0], data }: PlainTensor): number[] {
  return Array.from({ length: out }, (_, column) =>
    Array.from({ length: inner }, (_, row) => (input[row] ?? 0) * (data[row * out + column] ?? 0)).reduce(
      (a, b) => a + b,
      0,
    ),
  );
}

test("a LoRA read back as HF PEFT computes it gives the same y", () => {
  const ours = { A: tensor([6, 3], 1), B: tensor([3, 6], 2) };
  const y = through(through(x, ours.A), ours.B).map((value) => (8 / 3) * value);
  const { tensors, config: written } = read(
    write(
      "lora",
      { rank: 3, alpha: 8, scaling: "standard" },
      {
        "blocks.0.attention.query.lora_A": [6, 3],
        "blocks.0.attention.query.lora_B": [3, 6],
      },
    ),
  );
  const scale = Number(written.lora_alpha) / Number(written.r);
  const back = times(tensors[`${q}.lora_B.weight`]!, times(tensors[`${q}.lora_A.weight`]!, x));
  back.forEach((value, i) => {
    expect(scale * value).toBeCloseTo(y[i]!, 3);
  });
});

test("an AdaLoRA and a VeRA read back give the same y too", () => {
  const P = tensor([6, 4], 1);
  const E = tensor([4], 2);
  const Q = tensor([4, 24], 3);
  const y = through(
    through(x, P).map((value, i) => value * E.data[i]!),
    Q,
  );
  const ada = read(
    write(
      "adalora",
      { rank: 4, targetRank: 2, alpha: 8, orthogonality: 0.1 },
      {
        "blocks.1.mlp.up.lora_P": [6, 4],
        "blocks.1.mlp.up.lora_E": [4],
        "blocks.1.mlp.up.lora_Q": [4, 24],
      },
    ),
  ).tensors;
  const inner = times(ada[`${fc1}.lora_A`]!, x).map((value, i) => value * ada[`${fc1}.lora_E`]!.data[i]!);
  times(ada[`${fc1}.lora_B`]!, inner).forEach((value, i) => {
    expect(value / y[i]!).toBeCloseTo(1, 5);
  });

  // PEFT cuts its one pair of projections to the size of each matrix: the first rows of A and of B.
  const shapes = {
    vera_A: [24, 5],
    vera_B: [5, 24],
    "blocks.1.mlp.up.vera_d": [5],
    "blocks.1.mlp.up.vera_b": [24],
  };
  const [A, B, d, b] = Object.values(shapes).map((shape, i) => tensor(shape, i + 1));
  const cut = { shape: [6, 5], data: A!.data.subarray(0, 30) };
  const expected = through(
    through(x, cut).map((value, i) => value * d!.data[i]!),
    B!,
  ).map((value, i) => value * b!.data[i]!);
  const vera = read(write("vera", { rank: 5, initD: 0.1 }, shapes)).tensors;
  const theirA = vera["base_model.vera_A"]!;
  const narrow = Array.from({ length: 5 }, (_, row) =>
    x.reduce((sum, value, i) => sum + value * theirA.data[row * 24 + i]!, 0),
  );
  const scaled = narrow.map((value, i) => value * vera[`${fc1}.vera_lambda_d`]!.data[i]!);
  times(vera["base_model.vera_B"]!, scaled).forEach((value, i) => {
    expect((value * vera[`${fc1}.vera_lambda_b`]!.data[i]!) / expected[i]!).toBeCloseTo(1, 5);
  });
});

test("a prefix viewed as HF PEFT views it gives each layer its keys and values", () => {
  const names = [0, 1].flatMap((layer) =>
    ["key", "value"].map((side) => `blocks.${layer}.attention.prefix.${side}`),
  );
  const written = write(
    "prefix-tuning",
    { length: 5 },
    Object.fromEntries(names.map((name) => [name, [2, 5, 3]])),
  );
  const flat = read(written).tensors.prompt_embeddings!.data;
  // view(P, L * 2, H, D), then layer by layer a key and a value of (H, P, D)
  const at = (position: number, index: number, head: number, i: number): number =>
    flat[((position * 4 + index) * 2 + head) * 3 + i]!;
  for (let index = 0; index < names.length; index++) {
    const { data } = tensor([2, 5, 3], index + 1);
    for (let head = 0; head < 2; head++) {
      for (let position = 0; position < 5; position++) {
        for (let i = 0; i < 3; i++)
          expect(at(position, index, head, i)).toBe(data[(head * 5 + position) * 3 + i]);
      }
    }
  }
});

test("a trained classifier goes where HF PEFT saves modules", () => {
  const classes: OneStack = {
    ...config,
    kind: "encoder",
    layers: 2,
    head: { kind: "classes", k: 3, pool: "first" },
  };
  const head = { "classifier.weight": [6, 3], "classifier.bias": [3] };
  const lora = { "blocks.0.attention.query.lora_A": [6, 3], "blocks.0.attention.query.lora_B": [3, 6] };
  const changed = read(write("lora", { rank: 3, alpha: 8 }, { ...lora, ...head }, classes));
  expect(changed.tensors["base_model.model.classifier.weight"]?.shape).toEqual([3, 6]);
  expect(Object.keys(changed.tensors)).toContain(
    "base_model.model.model.encoder.layers.0.self_attn.q_proj.lora_A.weight",
  );
  expect(changed.config).toMatchObject({ task_type: "SEQ_CLS", modules_to_save: ["classifier"] });
  const prompt = read(write("prompt-tuning", { length: 4 }, { "prompt.vectors": [4, 6], ...head }, classes));
  expect(Object.keys(prompt.tensors)).toContain("base_model.classifier.bias");
});

test("a task is named in every config: without one HF PEFT would leave soft prompts out", () => {
  const masked: OneStack = { ...config, kind: "encoder", layers: 2 };
  const prompt = { "prompt.vectors": [4, 6] };
  const taskOf = (model: OneStack): unknown =>
    read(write("prompt-tuning", { length: 4 }, prompt, model)).config.task_type;
  expect([taskOf(masked), taskOf(config)]).toEqual(["FEATURE_EXTRACTION", "CAUSAL_LM"]);
});

test("what HF PEFT has no place for is refused with a reason, and a trained base is given back", () => {
  expect(write("adapter", {}, {})).toEqual({ ok: false, refusal: "no-class" });
  const along = { "prompt.vectors": [4, 6], "blocks.0.attention.query.weight": [6, 6] };
  const trained = write("p-tuning", { length: 4 }, along);
  expect(trained.ok && Object.keys(trained.trainedBase)).toEqual(["blocks.0.attention.query.weight"]);
  const upper = { "blocks.1.attention.prefix.key": [2, 5, 3], "blocks.1.attention.prefix.value": [2, 5, 3] };
  expect(write("p-tuning-v2", { length: 5 }, upper)).toEqual({ ok: false, refusal: "some-layers" });
});
