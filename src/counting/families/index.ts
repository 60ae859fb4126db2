import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { bart, bartFamilies, whisper } from "./bart";
import { bert } from "./bert";
import { deberta } from "./deberta";
import { falcon, mpt } from "./falcon";
import { bloom, chatglm, gptNeox } from "./fused-decoders";
import { gpt2, gpt2Families } from "./gpt2";
import { llama } from "./llama";
import { llamaFamilies } from "./llama-styles";
import { modernbert } from "./modernbert";
import { opt } from "./opt";
import { albert, distilbert, mpnet } from "./small-encoders";
import { t5 } from "./t5";
import { vit } from "./vit";

/** Reads the shape of a model off its config. Throws CountingError where a field is missing or impossible. */
export type Family = (fields: ConfigFields) => ModelShape;

const sharing = (family: Family, names: readonly string[]): Readonly<Record<string, Family>> =>
  Object.fromEntries(names.map((name) => [name, family]));

/** THE list of kinds of models that can be counted, by `model_type` of HF transformers. */
export const families: Readonly<Record<string, Family>> = {
  ...sharing(bert, ["bert", "roberta", "xlm-roberta", "camembert", "electra", "layoutlm"]),
  distilbert,
  albert,
  mpnet,
  ...sharing(deberta, ["deberta", "deberta-v2"]),
  modernbert,
  ...sharing(gpt2, gpt2Families),
  gpt_neox: gptNeox,
  bloom,
  falcon,
  mpt,
  opt,
  chatglm,
  ...sharing(llama, llamaFamilies),
  ...sharing(t5, ["t5", "mt5", "umt5"]),
  ...sharing(bart, bartFamilies),
  whisper,
  ...sharing(vit, ["vit", "deit", "dinov2"]),
};
