import type { OptionSpecs } from "../../lib/options";
import { crossEntropy } from "./cross-entropy";
import { dpo } from "./dpo";
import type { ObjectiveId } from "./ids";
import type { ObjectiveKind } from "./objective";
import { pairwise } from "./pairwise";
import { policyGradient } from "./policy-gradient";

/** The list, by id. */
export const objectives: { readonly [Id in ObjectiveId]: ObjectiveKind<OptionSpecs, Id> } = {
  "cross-entropy": crossEntropy,
  pairwise,
  dpo,
  "policy-gradient": policyGradient,
};
