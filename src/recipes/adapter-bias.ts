// AdapterBias: no library has it, so the script defines it: a shift α(h) v behind the second matrix of each MLP.
import { trainNorms } from "./bottlenecks";
import { learningRates } from "./learning-rates";
import { python } from "./python";
import type { RecipeMaker } from "./recipe";
import { freeze, saveWhole, torchRecipe } from "./specification";
import { modulesOf, pattern } from "./targets";

const shift = python`
  class Shift(torch.nn.Module):
      """alpha(h) v: one direction v, and for each token how far to go."""

      def __init__(self, inner, width, alpha=None):
          super().__init__()
          self.alpha = alpha or torch.nn.Linear(inner, 1)
          self.v = torch.nn.Parameter(torch.zeros(width))  # starts as the base

      def forward(self, h):
          return self.alpha(h) * self.v


  def add_shift(module, inputs, output):
      return output + module.shift(inputs[0])
`;

export const adapterBias: RecipeMaker = (model, options) => {
  const shared = options.flag("shareAlpha");
  const norms = options.flag("layerNorms");
  return torchRecipe({
    helpers: shift,
    tune: python`
      ${freeze(model)}
      ${shared ? "alpha = None  # one for all layers" : ""}
      for name, module in list(model.named_modules()):
          if re.fullmatch(${pattern(modulesOf(model, ["mlp.down"])).code}, name):
              ${model.conv1d ? "inner, width = module.weight.shape" : "width, inner = module.weight.shape"}
              module.shift = Shift(inner, width${shared ? ", alpha" : ""})
              ${shared ? "alpha = module.shift.alpha" : ""}
              module.register_forward_hook(add_shift)
      ${norms ? trainNorms("The authors' code trains every layer norm along but those of attention.", model.otherNorms) : ""}
    `,
    merge: model.biases
      ? python`
          # alpha(h) v = v (a h + c): a rank-1 change of the matrix and a change of the bias.
          with torch.no_grad():
              for module in list(tuned.modules()):
                  if hasattr(module, "shift"):
                      a, c, v = module.shift.alpha.weight[0], module.shift.alpha.bias, module.shift.v
                      module.weight += ${model.conv1d ? "torch.outer(a, v)" : "torch.outer(v, a)"}
                      module.bias += c * v
                      module._forward_hooks.clear()
                      del module.shift
          ${saveWhole}
        `
      : null,
    notes: [
      "Neither HF PEFT nor `adapters` has AdapterBias, so this script defines it in a few lines.",
      ...(model.biases
        ? []
        : [
            "It cannot be merged into this model: part of the shift would go into the bias of each MLP's second matrix, and these have none.",
          ]),
    ],
    rate: learningRates.adapterBias,
  });
};
