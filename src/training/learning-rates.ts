/**
 * The learning rate of every method on every base: the best of `npm run sweep` (public/runs/sweep.json, chosen by the
 * held-out loss over all tasks that the base can be asked). Rates do not carry over between methods: one rate for all
 * would compare rates, not methods.
 */
const swept: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "toolbox-micro": {
    full: 0.003,
    head: 0.03,
    adapter: 0.03,
    "adapter-bias": 0.1,
    bitfit: 0.1,
    "prefix-tuning": 0.3,
    "prompt-tuning": 0.1,
    "p-tuning": 0.03,
    "p-tuning-v2": 0.3,
    lora: 0.03,
    "random-subset": 0.1,
    ia3: 0.3,
    "layer-norm": 0.1,
    dora: 0.03,
    vera: 0.3,
    adalora: 0.1,
    compacter: 0.1,
    "llama-adapter": 0.3,
  },
  "toolbox-nano": {
    full: 0.01,
    head: 0.1,
    adapter: 0.1,
    "adapter-bias": 0.3,
    bitfit: 0.1,
    "prefix-tuning": 0.3,
    "prompt-tuning": 0.1,
    "p-tuning": 0.03,
    "p-tuning-v2": 0.3,
    lora: 0.03,
    "random-subset": 0.3,
    ia3: 0.3,
    "layer-norm": 0.3,
    dora: 0.03,
    vera: 0.3,
    adalora: 0.3,
    compacter: 0.1,
    "llama-adapter": 0.3,
  },
  "toolbox-tiny": {
    lora: 0.1,
  },
  "phrases-micro": {
    full: 0.01,
    head: 0.1,
    adapter: 0.01,
    "adapter-bias": 0.1,
    bitfit: 0.1,
    "prefix-tuning": 0.1,
    "prompt-tuning": 0.1,
    "p-tuning": 0.03,
    "p-tuning-v2": 0.1,
    lora: 0.01,
    "random-subset": 0.1,
    ia3: 0.1,
    "layer-norm": 0.03,
  },
};

/** The rate that is offered for a method on a base; `otherwise` where it was not swept. */
export function ownRate(base: string, method: string, otherwise: number): number {
  return swept[base]?.[method] ?? otherwise;
}
