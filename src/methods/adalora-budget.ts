// How AdaLoRA spends its ranks: importance of every entry of Λ, smoothed over steps, and a budget that falls by a cubic law.
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Adapter, Variables } from "./method";

export interface Budget {
  readonly initialRank: number;
  readonly targetRank: number;
  /** Shares of the steps: the budget is full up to the first, and at its target from the second on. */
  readonly warmUp: number;
  readonly settled: number;
}

/** Smoothing of sensitivity and of its uncertainty, β₁ and β₂ of the paper (0.85 in HF PEFT too). */
const smoothing = 0.85;

/** Entries of Λ that one matrix may keep on average after this share of the steps: from initialRank down to targetRank. */
export function rankAt({ initialRank, targetRank, warmUp, settled }: Budget, share: number): number {
  const lowest = Math.min(targetRank, initialRank);
  if (share < warmUp) return initialRank;
  if (share >= settled) return lowest;
  return lowest + (initialRank - lowest) * (1 - (share - warmUp) / (settled - warmUp)) ** 3;
}

/**
 * Done after every step. The sensitivity of a parameter w is |w · ∂L/∂w|; smoothed, it is multiplied by its smoothed
 * fluctuation (§3.2 of the paper). An entry of Λ scores its own importance plus the mean of its column of P and of its
 * row of Q; entries of all matrices compete, and those outside the budget are set to 0. As in the authors' code w is read
 * after the step that its gradient made; the paper's Algorithm 1 reads it before.
 */
export function rankBudget(
  sites: readonly string[],
  budget: Budget,
  variables: Variables,
  ops: Ops,
): NonNullable<Adapter["afterStep"]> {
  const names = sites.flatMap((site) => ["lora_P", "lora_E", "lora_Q"].map((part) => `${site}.${part}`));
  const importances = Object.fromEntries(names.map((name) => [name, importance(name, variables, ops)]));
  const scoresOf = (site: string): Tensor => {
    const read = (part: string): Tensor => importances[`${site}.${part}`]!.read();
    return ops.add(read("lora_E"), ops.add(ops.mean(read("lora_P"), 0), ops.mean(read("lora_Q"), 1))); // (r)
  };
  return (gradients, share) => {
    for (const name of names) if (gradients[name]) importances[name]!.observe(gradients[name]);
    const total = Math.round(rankAt(budget, share) * sites.length);
    if (total >= budget.initialRank * sites.length) return;
    const entries = sites.map((site) => variables.read(`${site}.lora_E`));
    const left = ops.keepTopK(ops.concat(entries, 0), ops.concat(sites.map(scoresOf), 0), total); // (sites · r)
    sites.forEach((site, i) => {
      const own = ops.slice(left, [i * budget.initialRank], [budget.initialRank]);
      variables.write(`${site}.lora_E`, own);
    });
  };
}

/** Importance of every entry of a variable: smoothed sensitivity times smoothed fluctuation. */
function importance(
  name: string,
  variables: Variables,
  ops: Ops,
): { observe(gradient: Tensor): void; read(): Tensor } {
  const shape = variables.read(name).shape;
  const sensitivity = variables.buffer(`${name}.sensitivity`, shape);
  const fluctuation = variables.buffer(`${name}.fluctuation`, shape);
  const smooth = (old: Tensor, fresh: Tensor): Tensor =>
    ops.add(ops.scale(old, smoothing), ops.scale(fresh, 1 - smoothing));
  return {
    observe: (gradient) => {
      const now = ops.abs(ops.multiply(variables.read(name), gradient));
      sensitivity.write(smooth(sensitivity.read(), now));
      const apart = ops.abs(ops.add(now, ops.scale(sensitivity.read(), -1)));
      fluctuation.write(smooth(fluctuation.read(), apart));
    },
    read: () => ops.multiply(sensitivity.read(), fluctuation.read()),
  };
}
