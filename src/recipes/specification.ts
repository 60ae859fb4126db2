// Methods that train parameters the model already has: all, the head, biases, layer norms, a random share.
import { matrices } from "../model/config";
import { learningRates } from "./learning-rates";
import { call, python, raw } from "./python";
import type { RealModel } from "./real-models";
import { innerTaskOf, type OptionReader, type Recipe, type RecipeMaker } from "./recipe";
import { peftMergeWithHead, peftRecipe } from "./reparameterization";
import { modulesOf, pattern, targetModules } from "./targets";

/** Saves what was trained, by the names the model has for it. */
export const saveChanged = python`
  os.makedirs(args.output, exist_ok=True)
  changed = {n: p.detach().cpu().contiguous() for n, p in tuned.named_parameters() if p.requires_grad}
  save_file(changed, os.path.join(args.output, "changed.safetensors"))
`;
/** The change was made in the model's own weights: the whole model is the merged one. */
export const saveWhole = `tuned.save_pretrained(os.path.join(args.output, "merged"))`;

/** A recipe of a few lines of PyTorch. */
export function torchRecipe(given: Omit<Recipe, "library" | "save" | "imports">): Recipe {
  return { library: "torch", save: saveChanged, imports: { "safetensors.torch": ["save_file"] }, ...given };
}

/** Freezes the base; a new classifier must learn in any case. */
export function freeze(model: RealModel): string {
  return python`
    model.requires_grad_(False)
    ${model.kind === "sequence-classification" ? "model.classifier.requires_grad_(True)  # new, so it must learn in any case" : ""}
  `;
}

export const full: RecipeMaker = () => ({
  library: "torch",
  imports: {},
  tune: "model.requires_grad_(True)  # every weight moves; each task needs a whole copy of the model",
  save: "tuned.save_pretrained(args.output)",
  merge: null,
  notes: ["With AdamW in float32 this takes 16 bytes a parameter: weight, gradient and two averages."],
  rate: learningRates.full,
});

const residualHead = python`
  class ResidualHead(torch.nn.Module):
      """f + W2 tanh(W1 f), then the linear layer that gives the logits."""

      def __init__(self, linear, width, hidden):
          super().__init__()
          self.first = torch.nn.Linear(width, hidden)
          self.second = torch.nn.Linear(hidden, width)
          torch.nn.init.zeros_(self.second.weight)  # starts as the linear head
          torch.nn.init.zeros_(self.second.bias)
          self.linear = linear

      def forward(self, features):
          return self.linear(features + self.second(torch.tanh(self.first(features))))
`;

export const head: RecipeMaker = (model, options) => {
  const mlp = options.text("kind") === "mlp";
  const classifies = model.kind === "sequence-classification";
  // An untied copy must be said in the config to be saved; T5 would change its scale by that.
  const savable = !mlp && model.kind !== "seq2seq";
  const wrap = `model.${model.head} = ResidualHead(model.${model.head}, ${model.width}, ${mlp ? options.number("hidden") : ""})`;
  const copied = python`
    # A copy, since the output matrix may be the embedding too, which stays frozen.
    model.lm_head = copy.deepcopy(model.lm_head)
    ${model.kind === "causal-lm" ? "model.config.tie_word_embeddings = False" : ""}
    model.lm_head.requires_grad_(True)
  `;
  return torchRecipe({
    ...(mlp ? { helpers: residualHead } : {}),
    tune: python`
      ${freeze(model)}
      ${classifies ? "" : copied}
      ${mlp ? wrap : ""}
    `,
    merge: savable ? saveWhole : null,
    notes: [
      ...(classifies && model.head === "classifier"
        ? ["BERT's pooler stays frozen: only the classifier learns."]
        : []),
      ...(model.head === "classifier.out_proj"
        ? ["RoBERTa's classifier has two layers, dense and out_proj; both are trained."]
        : []),
      "The base's features never change, so they could be computed once and kept: that is the real saving of this method.",
    ],
    rate: learningRates.head,
  });
};

export const bitfit: RecipeMaker = (model, options) => {
  const terms = options.list("terms");
  const chosen = modulesOf(
    model,
    matrices.filter((matrix) => terms.includes(matrix)),
  );
  const places = [...chosen, ...(terms.includes("norm") ? model.norms : [])];
  const onlyNorms = terms.every((term) => term === "norm");
  return torchRecipe({
    ...(onlyNorms && !model.biases && { problem: "nothing-trained" }),
    tune: python`
      ${freeze(model)}
      for name, module in model.named_modules():
          if re.fullmatch(${pattern(places).code}, name):
              ${model.biases ? "" : addBias}
              if getattr(module, "bias", None) is not None:
                  module.bias.requires_grad_(True)
    `,
    merge: model.biases ? saveWhole : null,
    notes: [
      "HF PEFT has no class for BitFit alone (LoraConfig(bias=...) trains biases beside LoRA), so this script unfreezes them itself.",
      ...(model.biases
        ? []
        : [
            "This model's linear layers have few biases or none. The script adds them, starting at 0. transformers does not know of them, so add them again before you load changed.safetensors. The RMS norms have no bias either.",
          ]),
    ],
    rate: learningRates.bitfit,
  });
};

const addBias = python`
  if isinstance(module, torch.nn.Linear) and module.bias is None:
      module.bias = torch.nn.Parameter(torch.zeros(module.out_features))
`;

export const layerNorm: RecipeMaker = (model, options) => {
  const terms = options.list("terms");
  const config = call("LNTuningConfig", {
    ...innerTaskOf(model),
    target_modules: model.norms,
  });
  const [only] = terms.length === 1 ? terms : [];
  return peftRecipe("LNTuningConfig", config, {
    rate: learningRates.layerNorm,
    merge: peftMergeWithHead(model),
    ...(only === "bias" && !model.biases && { problem: "nothing-trained" }),
    notes: model.biases || only === "weight" ? [] : ["This model's norms are RMS norms: a weight, no bias."],
    after: only
      ? python`
          # HF PEFT trains all of a norm; you chose its ${only} alone.
          for name, parameter in model.named_parameters():
              if ".ln_tuning_layers." in name and not name.endswith(".${only}"):
                  parameter.requires_grad_(False)
        `
      : "",
  });
};

export const randomSubset: RecipeMaker = (model, options) =>
  model.conv1d ? maskedGradients(model, options) : shira(model, options);

function shira(model: RealModel, options: OptionReader): Recipe {
  const within = options.matrices("within");
  const config = call(
    "ShiraConfig",
    {
      ...innerTaskOf(model),
      target_modules: targetModules(model, within),
      r: raw("r"),
      mask_type: "random",
      random_seed: options.number("seed"),
    },
    { r: "r (in + out) entries of each matrix, as many as LoRA of that rank" },
  );
  const recipe = peftRecipe("ShiraConfig", config, {
    rate: learningRates.randomSubset,
    merge: peftMergeWithHead(model),
    notes: [
      "HF PEFT's SHiRA is this method; its file keeps two indices beside each value, 12 bytes instead of 4.",
    ],
  });
  const share = python`
    # SHiRA is told a rank, not a share: the rank that trains the share you chose.
    chosen = [m for n, m in model.named_modules() if re.fullmatch(${pattern(modulesOf(model, within)).code}, n)]
    weights = sum(m.weight.numel() for m in chosen)
    r = max(1, round(${String(options.number("share"))} * weights / sum(sum(m.weight.shape) for m in chosen)))
    # One rank for all matrices: the smallest of them limits it, for it has no more than in * out entries.
    largest = min(m.weight.numel() // sum(m.weight.shape) for m in chosen)
    if r > largest:
        share = largest * sum(sum(m.weight.shape) for m in chosen) / weights
        print(f"SHiRA can train {share:.1%} of these matrices at most (r = {largest}), less than you chose.")
        r = largest
  `;
  return { ...recipe, tune: `${share}\n${recipe.tune}` };
}

function maskedGradients(model: RealModel, options: OptionReader): Recipe {
  const within = modulesOf(model, options.matrices("within"));
  return torchRecipe({
    tune: python`
      ${freeze(model)}
      generator = torch.Generator().manual_seed(${String(options.number("seed"))})
      for name, module in model.named_modules():
          if re.fullmatch(${pattern(within).code}, name):
              mask = torch.rand(module.weight.shape, generator=generator) < ${String(options.number("share"))}
              module.weight.requires_grad_(True)
              # All other entries get gradient 0, so AdamW leaves them where they are.
              module.weight.register_hook(lambda grad, mask=mask: grad * mask.to(grad.device))
    `,
    // Weight decay would move the entries that are not chosen.
    groups: `[{"params": [p for p in model.parameters() if p.requires_grad], "weight_decay": 0.0}]`,
    merge: saveWhole,
    notes: [
      "HF PEFT's SHiRA takes nn.Linear only, and this model has Conv1D, so this script masks the gradients itself. The printed count is of whole matrices; only the chosen share of it moves.",
    ],
    rate: learningRates.randomSubset,
  });
}
