import type { MethodId } from "../../methods/index";
import type { CountingMethod } from "../method";
import type { RawOptions } from "../options";
import { adapter, adapterBias, adapterL, compacter, compacterPlus, loreft, pfeiffer } from "./adapters";
import { bitfit, diffPruning, full, head, lastLayers, randomSubset } from "./chosen-parameters";
import { layerNorms } from "./layer-norms";
import { adalora, dora, hira, lora, loraFa, poly, shira } from "./low-rank";
import { deft, delora, glora, gralora, lily, peanut } from "./low-rank-kin";
import { loha, lokr } from "./lycoris";
import { cartridge, llamaAdapter, prefixTuning, pTuningV2 } from "./prefixes";
import { cpt, multitaskPromptTuning, prefixEmbed, prefixLayer, promptTuning, pTuning } from "./prompts";
import { boft, hra, miss, oft, psoft, randlora, road } from "./rotations";
import { shadow } from "./shadow";
import { adamss, frod, osf, supertuning } from "./singular-directions";
import { trainableTokens } from "./trainable-tokens";
import { beft, c3a, fourierft, ia3, pvera, tinylora, unilora, vblora, vera, waveft } from "./vectors";
import { xlora } from "./xlora";

/** How the methods of this project are counted. */
const own: Readonly<Record<MethodId, CountingMethod>> = {
  full,
  head,
  adapter,
  "adapter-bias": adapterBias,
  compacter,
  bitfit,
  "layer-norm": layerNorms,
  "random-subset": randomSubset,
  "prefix-tuning": prefixTuning,
  "p-tuning-v2": pTuningV2,
  "prompt-tuning": promptTuning,
  "p-tuning": pTuning,
  "llama-adapter": llamaAdapter,
  lora,
  dora,
  adalora,
  vera,
  ia3,
};

/** THE list of methods that can be counted: first those of this project, under the same ids, then others with published counts. */
export const countingMethods: readonly CountingMethod[] = [
  ...Object.values(own),
  lastLayers,
  pfeiffer,
  adapterL,
  compacterPlus,
  diffPruning,
  prefixEmbed,
  prefixLayer,
  trainableTokens,
  loreft,
  loraFa,
  loha,
  lokr,
  hira,
  shira,
  poly,
  pvera,
  vblora,
  fourierft,
  c3a,
  oft,
  boft,
  hra,
  psoft,
  road,
  randlora,
  miss,
  beft,
  tinylora,
  unilora,
  delora,
  deft,
  gralora,
  glora,
  peanut,
  lily,
  waveft,
  frod,
  osf,
  supertuning,
  adamss,
  xlora,
  multitaskPromptTuning,
  cpt,
  cartridge,
  shadow,
];

const plain = (text: string): string => text.toLowerCase().replace(/[-_\s.]/g, "");

/** The method of this name; capitals, dashes and dots do not matter ("LN_TUNING"). */
export function findCountingMethod(name: string): CountingMethod | undefined {
  return countingMethods.find(({ id, aliases }) =>
    [id, ...aliases].some((each) => plain(each) === plain(name)),
  );
}

/** The options that the name of a method stands for, beside its defaults. */
export function presetOf({ presets }: CountingMethod, name: string): RawOptions {
  return Object.entries(presets).find(([each]) => plain(each) === plain(name))?.[1] ?? {};
}
