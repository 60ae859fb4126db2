import type { UsualLab } from "../../state/lab";
import { presets, specOf } from "./presets";

/** What the lab offers for each task before anything is chosen. */
export const usualLab: UsualLab = {
  "thing-label": {
    spec: specOf(presets.demonstrations),
    prompt: "whale animal key object ant animal ship object mouse",
  },
  chain: { spec: specOf(presets.steps), prompt: "chain 3 a + 4 b * 7 c - 2 :" },
  sum: { spec: specOf(presets.votes), prompt: "sum a 5 b 8 c 4 :" },
};
