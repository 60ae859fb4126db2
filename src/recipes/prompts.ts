// Methods that HF PEFT puts in front: prefix, P-tuning v2, prompt tuning, P-tuning, LLaMA-Adapter. None can be merged.
import { learningRates } from "./learning-rates";
import { call, python, raw, type Value } from "./python";
import type { ModelKind, RealModel } from "./real-models";
import { type OptionReader, type Recipe, type RecipeMaker, taskOf } from "./recipe";
import { peftRecipe, peftSave } from "./reparameterization";

const start = (model: RealModel, options: OptionReader): Record<string, Value> => ({
  ...taskOf(model),
  num_virtual_tokens: options.number("length"),
});

/** HF PEFT's class for encoder-decoders asks the model for this method; prompts cannot do without that class. */
const checkMethod = python`
  if not hasattr(GenerationMixin, "_prepare_encoder_decoder_kwargs_for_generation"):
      raise SystemExit("HF PEFT cannot put prompts on T5 with this transformers: pip install 'transformers<5.1'")
`;

/** A recipe of HF PEFT for vectors in front. */
function promptRecipe(
  model: RealModel,
  name: string,
  config: string,
  rest: Parameters<typeof peftRecipe>[2],
): Recipe {
  const recipe = peftRecipe(name, config, rest);
  if (model.kind === "seq2seq")
    return {
      ...recipe,
      imports: { ...recipe.imports, transformers: ["GenerationMixin"] },
      check: checkMethod,
      transformers: { pip: ">=4.57,<5.1", tried: "4.57.6" },
      notes: [...recipe.notes, "HF PEFT 0.21 cannot put prompts on T5 with transformers 5.18."],
    };
  const isRoberta = model.head === "classifier.out_proj";
  if (name !== "PrefixTuningConfig" || !isRoberta) return recipe;
  return {
    ...recipe,
    transformers: { pip: ">=5.18,<5.19", tried: "5.18.0" },
    notes: [...recipe.notes, "HF PEFT 0.21 cannot put a prefix on RoBERTa with transformers 4.57.6."],
  };
}

/** The decoder alone: HF PEFT does not do what the paper did for encoder and decoder. */
const decoderOnly = (model: RealModel): string[] =>
  model.kind === "seq2seq"
    ? [
        "HF PEFT puts the prefix before the decoder's self-attention only; the paper gave the encoder and the cross-attention one too.",
      ]
    : [];

function prefixConfig(model: RealModel, options: OptionReader, init: string | null): string {
  const projection = options.flag("projection");
  return call(
    "PrefixTuningConfig",
    {
      ...start(model, options),
      prefix_projection: projection,
      ...(projection ? { encoder_hidden_size: options.number("hidden") } : {}),
      init_weights: init,
    },
    {
      prefix_projection: projection
        ? "an MLP makes the prefix while training and is dropped afterwards"
        : "keys and values are trained directly",
      init_weights: init === "zero" ? "zero is not neutral: a zero key still draws attention" : "N(0, 1)",
    },
  );
}

export const prefixTuning: RecipeMaker = (model, options) =>
  promptRecipe(
    model,
    "PrefixTuningConfig",
    prefixConfig(model, options, options.text("init") === "zero" ? "zero" : null),
    {
      rate: options.flag("projection") ? learningRates.prefixProjected : learningRates.prefix,
      merge: null,
      notes: decoderOnly(model),
    },
  );

export const pTuningV2: RecipeMaker = (model, options) => {
  const depth = options.text("depth");
  return promptRecipe(model, "PrefixTuningConfig", prefixConfig(model, options, null), {
    rate: learningRates.pTuningV2,
    merge: null,
    notes: [
      "HF PEFT has no class called P-tuning v2: it is a prefix in every layer, without projection.",
      ...(depth === "all"
        ? []
        : [
            `You chose depth = ${depth}; PrefixTuningConfig cannot leave layers out, so here every layer gets a prefix.`,
          ]),
      ...decoderOnly(model),
    ],
  });
};

/** What the start from label words says, for the public data set of the script. */
const labelWords: Readonly<Record<ModelKind, string>> = {
  "causal-lm": "Solve the problem step by step and give the answer.",
  "sequence-classification": "negative positive",
  seq2seq: "translate English to French",
};

export const promptTuning: RecipeMaker = (model, options) => {
  const init = options.text("init");
  const fromText = {
    prompt_tuning_init: "TEXT",
    prompt_tuning_init_text: labelWords[model.kind],
    tokenizer_name_or_path: raw("args.model"),
  };
  const how =
    init === "labels" ? fromText : { prompt_tuning_init: init === "vocabulary" ? "SAMPLE_VOCAB" : "RANDOM" };
  return promptRecipe(
    model,
    "PromptTuningConfig",
    call(
      "PromptTuningConfig",
      { ...start(model, options), ...how },
      {
        prompt_tuning_init: init === "vocabulary" ? "copies of the vectors of random tokens" : "",
        prompt_tuning_init_text: "put your own label words here; they are repeated or cut to fit",
      },
    ),
    {
      rate: model.kind === "seq2seq" ? learningRates.promptTuningT5 : learningRates.promptTuning,
      merge: null,
      notes:
        model.kind === "seq2seq"
          ? [
              "For an encoder-decoder HF PEFT makes twice the vectors (40 for 20 tokens) and uses the first half only.",
            ]
          : [],
      after:
        init === "random"
          ? python`
              # HF PEFT draws from N(0, 1); scaled, the vectors have the spread you chose.
              with torch.no_grad():
                  model.prompt_encoder["default"].embedding.weight.mul_(${String(options.number("initStd"))})
            `
          : "",
    },
  );
};

export const pTuning: RecipeMaker = (model, options) => {
  const frozen = options.flag("freezeBase");
  const config = call(
    "PromptEncoderConfig",
    {
      ...start(model, options),
      encoder_reparameterization_type: options.text("encoder") === "lstm" ? "LSTM" : "MLP",
      encoder_hidden_size: options.number("hidden"),
    },
    { encoder_hidden_size: "width of the network that makes the vectors; it is dropped afterwards" },
  );
  const shared = { rate: learningRates.pTuning, merge: null, notes: [] };
  if (frozen) return promptRecipe(model, "PromptEncoderConfig", config, shared);
  return promptRecipe(model, "PromptEncoderConfig", config, {
    ...shared,
    after: python`
      # HF PEFT freezes the model. The authors' few-shot SuperGLUE code trains it along, at a fixed 1e-5.
      model.base_model.requires_grad_(True)
    `,
    groups: python`
      [
          {"params": [p for n, p in model.named_parameters() if re.search("prompt_encoder|classifier", n)]},
          {
              "params": [p for n, p in model.named_parameters() if not re.search("prompt_encoder|classifier", n)],
              "lr": 1e-5,
          },
      ]
    `,
    save: python`
      ${peftSave}
      # The model itself changed too: without it the vectors are of no use.
      tuned.get_base_model().save_pretrained(os.path.join(args.output, "base"))
    `,
  });
};

/** Layers from the top that get prompts. */
function upperLayers(layers: number, depth: string): number {
  if (depth === "one") return 1;
  return depth === "half" ? Math.ceil(layers / 2) : layers;
}

export const llamaAdapter: RecipeMaker = (model, options) => {
  const shared = { rate: learningRates.llamaAdapter, merge: null };
  if (!model.adaptionPrompt) {
    const zeroPrefix = call(
      "PrefixTuningConfig",
      { ...start(model, options), init_weights: "zero" },
      { init_weights: "zero keys and values, since there is no gate to start at zero" },
    );
    return promptRecipe(model, "PrefixTuningConfig", zeroPrefix, {
      ...shared,
      notes: [
        "HF PEFT's AdaptionPromptConfig knows LLaMA, Mistral and GPT-2 only. This script uses the nearest method, a prefix of zeros in every layer. It has no gate, so unlike LLaMA-Adapter it does not start as the base.",
        ...decoderOnly(model),
      ],
    });
  }
  const depth = options.text("depth");
  const config = call(
    "AdaptionPromptConfig",
    {
      ...taskOf(model),
      adapter_len: options.number("length"),
      adapter_layers: upperLayers(model.layers, depth),
    },
    {
      adapter_len: "prompt vectors a layer",
      adapter_layers: `counted from the top: ${depth} of ${model.layers}`,
    },
  );
  return peftRecipe("AdaptionPromptConfig", config, { ...shared, notes: [] });
};
