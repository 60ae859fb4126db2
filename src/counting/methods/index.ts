import type { CountingMethod } from "../method";
import { adapter, adapterBias, adapterL, compacter, compacterPlus, loreft, pfeiffer } from "./adapters";
import { bitfit, diffPruning, full, head, lastLayers, layerNorms, randomSubset } from "./chosen-parameters";
import { adalora, dora, hira, loha, lokr, lora, loraFa, poly, shira } from "./low-rank";
import {
  llamaAdapter,
  prefixEmbed,
  prefixLayer,
  prefixTuning,
  promptTuning,
  pTuning,
  pTuningV2,
  trainableTokens,
} from "./prompts";
import { boft, hra, miss, oft, psoft, randlora, road } from "./rotations";
import { beft, c3a, fourierft, ia3, pvera, tinylora, unilora, vblora, vera } from "./vectors";

/** THE list of methods that can be counted: first those of this project, under the same ids, then others with published counts. */
export const countingMethods: readonly CountingMethod[] = [
  full,
  head,
  adapter,
  adapterBias,
  compacter,
  bitfit,
  layerNorms,
  randomSubset,
  prefixTuning,
  pTuningV2,
  promptTuning,
  pTuning,
  llamaAdapter,
  lora,
  dora,
  adalora,
  vera,
  ia3,
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
];

/** The method of this name; capitals, dashes and dots do not matter ("LN_TUNING"). */
export function findCountingMethod(name: string): CountingMethod | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_\s.]/g, "");
  return countingMethods.find(({ id, aliases }) =>
    [id, ...aliases].some((each) => plain(each) === plain(name)),
  );
}
