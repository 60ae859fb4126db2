import { adapterClaims } from "./adapter";
import { apeClaims } from "./ape";
import { chainOfThoughtClaims } from "./chain-of-thought";
import type { LessonClaims } from "./claim";
import { flanClaims } from "./flan";
import { fullFineTuningClaims } from "./full-fine-tuning";
import { greatRaceClaims } from "./great-race";
import { inContextClaims } from "./in-context";
import { largerModelsClaims } from "./larger-models";
import { leastToMostClaims } from "./least-to-most";
import { loraClaims } from "./lora";
import { newHeadClaims } from "./new-head";
import { oneThingClaims } from "./one-thing";
import { pTuningV2Claims } from "./p-tuning-v2";
import { policyClaims } from "./policy";
import { preferencesClaims } from "./preferences";
import { prefixTuningClaims } from "./prefix-tuning";
import { promptOrInstructionClaims } from "./prompt-or-instruction";
import { promptTuningClaims } from "./prompt-tuning";
import { rewardHackingClaims } from "./reward-hacking";
import { selfConsistencyClaims } from "./self-consistency";
import { softPromptClaims } from "./soft-prompt";
import { someParametersClaims } from "./some-parameters";
import { stepByStepClaims } from "./step-by-step";
import { t0Claims } from "./t0";
import { wakingClaims } from "./waking";
import { writeInstructionClaims } from "./write-instruction";

/** What the lessons rest on, in their order. */
export const lessonClaims: readonly LessonClaims[] = [
  oneThingClaims,
  fullFineTuningClaims,
  newHeadClaims,
  wakingClaims,
  adapterClaims,
  prefixTuningClaims,
  promptTuningClaims,
  pTuningV2Claims,
  loraClaims,
  someParametersClaims,
  greatRaceClaims,
  inContextClaims,
  largerModelsClaims,
  chainOfThoughtClaims,
  stepByStepClaims,
  selfConsistencyClaims,
  leastToMostClaims,
  writeInstructionClaims,
  apeClaims,
  softPromptClaims,
  flanClaims,
  t0Claims,
  promptOrInstructionClaims,
  preferencesClaims,
  policyClaims,
  rewardHackingClaims,
];
