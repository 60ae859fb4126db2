// Bottlenecks that HF PEFT has no class for: Houlsby's adapters and Compacter, by the library `adapters`.
import { type LearningRate, learningRates } from "./learning-rates";
import { call, literal, python, type Value } from "./python";
import type { RealModel } from "./real-models";
import type { OptionReader, Recipe, RecipeMaker } from "./recipe";
import { ending } from "./targets";

/** Name of the one adapter in the model and in its file. */
const name = literal("tuned");

function bottleneck(
  config: string,
  keywords: Readonly<Record<string, Value>>,
  rate: LearningRate,
  model: RealModel,
  options: OptionReader,
  after = "",
): Recipe {
  const places = options.list("after");
  const width = options.number("bottleneck");
  return {
    library: "adapters",
    imports: { adapters: [] },
    tune: python`
      adapters.init(model)  # makes a plain transformers model take adapters
      config = ${call(
        `adapters.${config}`,
        {
          mh_adapter: places.includes("attention"),
          output_adapter: places.includes("mlp"),
          // Cut, not rounded: the library divides again and takes the whole part.
          reduction_factor: Math.floor((model.width / width) * 1e4) / 1e4,
          non_linearity: "gelu",
          ...keywords,
        },
        {
          mh_adapter: "after attention",
          output_adapter: "after the MLP",
          reduction_factor: `width ${model.width} down to ${width}`,
        },
      )}
      model.add_adapter(${name}, config=config)
      model.train_adapter(${name})  # freezes the base, uses the adapter
      ${
        model.kind === "sequence-classification"
          ? ""
          : python`
              # The library leaves an output matrix unfrozen where it is not the embedding.
              model.get_output_embeddings().requires_grad_(False)
            `
      }
      ${after}
    `,
    save: `tuned.save_adapter(args.output, ${name})  # the adapter${model.kind === "sequence-classification" ? " and the classifier" : ""}`,
    merge: null,
    notes: [
      "HF PEFT has no bottleneck adapters, so this script uses the library `adapters`. That library needs an older transformers: install it in a separate environment.",
      ...(model.kind === "seq2seq"
        ? [
            "In the decoder an adapter sits after self-attention and the MLP; cross_adapter=True would add one after cross-attention.",
          ]
        : []),
    ],
    rate,
  };
}

export const adapter: RecipeMaker = (model, options) =>
  bottleneck(
    "DoubleSeqBnConfig",
    {},
    learningRates.adapter,
    model,
    options,
    python`
      # Houlsby et al. start both matrices near 0, with the spread you chose.
      for name, parameter in model.named_parameters():
          if ".adapter_down." in name or ".adapter_up." in name:
              if parameter.dim() == 2:
                  torch.nn.init.normal_(parameter, std=${String(options.number("initStd"))})
      ${options.flag("layerNorms") ? trainNorms("The authors' code trains the layer norms along.", model.norms) : ""}
    `,
  );

export const compacter: RecipeMaker = (model, options) => {
  const n = Number(options.text("n"));
  const recipe = bottleneck("CompacterConfig", { phm_dim: n }, learningRates.compacter, model, options);
  if (options.number("bottleneck") % n === 0) return recipe;
  const note = `In \`adapters\` n = ${n} must divide the bottleneck: choose another reduction_factor before you run this.`;
  return { ...recipe, notes: [...recipe.notes, note] };
};

/** Lines that train these of the model's own norms too, below a comment that says why; they need `re`. */
export function trainNorms(why: string, norms: readonly string[]): string {
  return python`
    # ${why}
    for name, module in model.named_modules():
        if re.search(${ending(norms).code}, name):
            module.requires_grad_(True)
  `;
}
