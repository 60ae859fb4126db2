// Methods that HF PEFT plugs into the weight matrices: LoRA, DoRA, AdaLoRA, VeRA, (IA)³. All of them can be merged.
import { learningRates } from "./learning-rates";
import { call, comment, python, raw, type Value } from "./python";
import type { RealModel } from "./real-models";
import { innerTaskOf, type OptionReader, type Recipe, type RecipeMaker } from "./recipe";
import { modulesOf, pattern, targetModules, targetNote } from "./targets";

/** What all configs of this family share: task, targets, and how Conv1D keeps its weights. */
function common(model: RealModel, options: OptionReader): Record<string, Value> {
  return {
    ...innerTaskOf(model),
    target_modules: targetModules(model, options.matrices("targets")),
    ...(model.conv1d ? { fan_in_fan_out: true } : {}),
  };
}

/** Saving and merging as HF PEFT does it. */
export const peftSave =
  "tuned.save_pretrained(args.output)  # adapter_config.json, adapter_model.safetensors";
export const peftMerge = python`
  merged = tuned.merge_and_unload()
  merged.save_pretrained(os.path.join(args.output, "merged"))
`;

/**
 * The same for methods whose merging leaves a trained classifier in PEFT's wrapper: IA3, VeRA and SHiRA stop there, and
 * after LN_TUNING the saved model has no classifier (PEFT 0.20).
 */
export function peftMergeWithHead(model: RealModel): string {
  if (model.kind !== "sequence-classification") return peftMerge;
  return python`
    # The classifier that was trained takes the place of PEFT's wrapper, or merging would stop at it or lose it.
    inner = tuned.base_model.model
    for name, module in list(inner.named_children()):
        if hasattr(module, "modules_to_save"):
            setattr(inner, name, module.modules_to_save["default"])
    ${peftMerge}
  `;
}

/** A recipe that makes a config and wraps the model with it. */
export function peftRecipe(
  name: string,
  config: string,
  rest: Pick<Recipe, "rate" | "merge" | "notes"> & Partial<Recipe> & { readonly after?: string },
): Recipe {
  const { after = "", ...given } = rest;
  return {
    library: "peft",
    save: peftSave,
    imports: { peft: [name, "TaskType", "get_peft_model"] },
    tune: python`
      config = ${config}
      model = get_peft_model(model, config)
      ${after}
    `,
    ...given,
  };
}

/** QLoRA was published for decoders with plain linear layers; bitsandbytes keeps those in 4 bits. */
const isQuantizable = (model: RealModel): boolean => model.kind === "causal-lm" && !model.conv1d;

const notesOf = (model: RealModel, options: OptionReader): string[] =>
  [targetNote(model, options.matrices("targets"))].filter((note) => note !== "");

export const lora: RecipeMaker = (model, options) => {
  const stabilized = options.text("scaling") === "rank-stabilized";
  const dead = options.text("init") === "both-zero";
  return peftRecipe(
    "LoraConfig",
    call(
      "LoraConfig",
      {
        ...common(model, options),
        r: options.number("rank"),
        lora_alpha: options.number("alpha"),
        use_rslora: stabilized,
        lora_dropout: 0,
      },
      { use_rslora: stabilized ? "scale by alpha / sqrt(r)" : "scale by alpha / r" },
    ),
    {
      rate: model.kind === "sequence-classification" ? learningRates.loraEncoder : learningRates.lora,
      merge: peftMerge,
      quantizable: isQuantizable(model),
      notes: notesOf(model, options),
      after: dead
        ? python`
            # The trap you chose: with A and B both zero neither has a gradient, and nothing is ever learned.
            for name, parameter in model.named_parameters():
                if "lora_A" in name:
                    torch.nn.init.zeros_(parameter)
          `
        : "",
    },
  );
};

export const dora: RecipeMaker = (model, options) =>
  peftRecipe(
    "LoraConfig",
    call(
      "LoraConfig",
      {
        ...common(model, options),
        r: options.number("rank"),
        lora_alpha: options.number("alpha"),
        use_dora: true,
        lora_dropout: 0,
      },
      { use_dora: "a trained magnitude for each output row beside the low-rank direction" },
    ),
    {
      rate: learningRates.dora,
      merge: peftMerge,
      quantizable: isQuantizable(model),
      notes: notesOf(model, options),
    },
  );

/** Steps between which AdaLoRA's budget falls. HF PEFT asks that the fall begin before it ends. */
function adaloraSteps(options: OptionReader): Readonly<Record<"before" | "tinit" | "tfinal", string>> {
  const [warmUp, settled] = [options.number("warmUp"), options.number("settled")];
  if (warmUp < settled) {
    const share = (value: string): string => `int(${value} * total_steps)`;
    return { before: "", tinit: share(String(warmUp)), tfinal: share(`(1 - ${settled})`) };
  }
  return {
    before: `settled = max(1, int(${warmUp} * total_steps))`,
    tinit: "settled - 1",
    tfinal: "total_steps - settled",
  };
}

export const adalora: RecipeMaker = (model, options) => {
  const steps = adaloraSteps(options);
  const config = call(
    "AdaLoraConfig",
    {
      ...common(model, options),
      init_r: options.number("rank"),
      target_r: options.number("targetRank"),
      lora_alpha: options.number("alpha"),
      orth_reg_weight: options.number("orthogonality"),
      tinit: raw(steps.tinit),
      tfinal: raw(steps.tfinal),
      deltaT: 1,
      total_step: raw("total_steps"),
    },
    {
      init_r: "rank at the start",
      target_r: "average rank at the end",
      tinit: "steps before the budget starts to fall",
      tfinal: "steps after it is settled",
      deltaT: "steps between two allocations",
    },
  );
  const [rank, target] = [options.number("rank"), options.number("targetRank")];
  const problem = options.number("alpha") === 0 ? "zero-alpha" : target >= rank ? "budget" : undefined;
  const recipe = peftRecipe("AdaLoraConfig", config, {
    rate: learningRates.adalora,
    merge: peftMerge,
    ...(problem && { problem }),
    // HF PEFT adds the penalty to the loss of the wrapped model, in evaluation too.
    ...(model.kind === "sequence-classification"
      ? {}
      : { measured: "accelerator.unwrap_model(model).base_model.model" }),
    penalty: "with AdaLoRA's penalty",
    after: python`
      if config.target_r >= config.init_r:
          raise SystemExit("AdaLoRA prunes from init_r down to target_r: target_r must be the smaller one.")
    `,
    notes: [
      ...notesOf(model, options),
      ...(steps.before === ""
        ? []
        : [
            "Your warmUp and settled leave no steps for pruning, so on the page it happens all at once after warmUp. HF PEFT raises an error for that; here it takes one step.",
          ]),
    ],
    afterStep: python`
      # Without this call AdaLoRA never prunes. It reads the gradients, so it comes before zero_grad.
      if accelerator.sync_gradients:
          accelerator.unwrap_model(model).base_model.update_and_allocate(step)
    `,
  });
  return steps.before === "" ? recipe : { ...recipe, tune: `${steps.before}\n${recipe.tune}` };
};

export const vera: RecipeMaker = (model, options) =>
  peftRecipe(
    "VeraConfig",
    call(
      "VeraConfig",
      {
        ...common(model, options),
        r: options.number("rank"),
        d_initial: options.number("initD"),
        save_projection: true,
        projection_prng_key: 0,
      },
      { save_projection: "the frozen random matrices go into the file too" },
    ),
    { rate: learningRates.vera, merge: peftMergeWithHead(model), notes: notesOf(model, options) },
  );

export const ia3: RecipeMaker = (model, options) => {
  const targets = options.matrices("targets");
  const down = modulesOf(
    model,
    targets.filter((matrix) => matrix === "mlp.down"),
  );
  const all = targetModules(model, targets);
  const feedforward = Array.isArray(all) ? down : down.length > 0 ? pattern(down) : [];
  return peftRecipe(
    "IA3Config",
    call(
      "IA3Config",
      { ...common(model, options), feedforward_modules: feedforward },
      { feedforward_modules: "here the input is scaled, elsewhere the output" },
    ),
    {
      rate: learningRates.ia3,
      merge: peftMergeWithHead(model),
      notes: notesOf(model, options),
      after: comment("All vectors start at 1, so the model starts as the base."),
    },
  );
};
