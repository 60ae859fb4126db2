import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import type { ApplyAdamW } from "../adamw";
import { gpuOf } from "./define";
import { groupsFor, type Program } from "./gpu";

/** The factor that clips the gradient to its maximum norm, in one workgroup. settings: as in `update`. */
const clipping: Program = {
  name: "clipping",
  reads: { gradient: "f32", settings: "f32" },
  writes: ["clip"],
  sizes: ["count"],
  threads: 256,
  body: `
var<workgroup> partial: array<f32, 256>;
fn run(group: u32, local: u32) {
  var sum = 0f;
  for (var i = local; i < sizes.count; i += 256u) { sum += gradient[i] * gradient[i]; }
  partial[local] = sum;
  workgroupBarrier();
  if (local > 0u) { return; }
  for (var i = 1u; i < 256u; i++) { sum += partial[i]; }
  clip[0] = select(1f, min(settings[7] / (sqrt(sum) + 1e-6f), 1f), settings[7] > 0f);
}`,
};

/** One step over all values in place. settings: rate, β1, β2, ε, decay, 1 − β1ᵗ, 1 − β2ᵗ, maximum norm. */
const update: Program = {
  name: "adamw",
  reads: { gradient: "f32", settings: "f32", clip: "f32", rates: "f32" },
  writes: ["values", "first", "second"],
  sizes: ["count"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i >= sizes.count) { return; }
  let g = gradient[i] * clip[0];
  let rate = settings[0] * rates[i];
  let m = settings[1] * first[i] + (1f - settings[1]) * g;
  let v = settings[2] * second[i] + (1f - settings[2]) * g * g;
  first[i] = m;
  second[i] = v;
  let change = rate * (m / settings[5]) / (sqrt(v / settings[6]) + settings[3]);
  values[i] = values[i] * (1f - rate * settings[4]) - change;
}`,
};

/**
 * AdamW over all variables in two dispatches: gradients and variables are copied into flat tensors (a copy costs far less
 * than a dispatch), updated there, and the variables are copied back.
 */
export function gpuAdamW(backend: WebGPUBackend): ApplyAdamW {
  const gpu = gpuOf(backend);
  return (variables, gradients, state, learningRate, settings) => {
    state.steps++;
    const { beta1, beta2, epsilon, weightDecay, clipNorm } = settings;
    const { layout, first, second, rates } = state;
    const count = first.size;
    tf.tidy(() => {
      const told = tf.tensor1d([
        learningRate,
        beta1,
        beta2,
        epsilon,
        weightDecay,
        1 - beta1 ** state.steps,
        1 - beta2 ** state.steps,
        clipNorm,
      ]);
      const [gradient, values, clip] = [gpu.make([count]), gpu.make([count]), gpu.make([1])];
      const places = Object.entries(layout).map(([name, place]) => ({ name, ...place }));
      const own = places.map(({ name, ...place }) => ({ ...place, tensor: variables[name]! }));
      const pulls = places.flatMap(({ name, ...place }) => {
        const tensor = gradients[name];
        if (!tensor) gpu.clear(gradient, place.offset, place.size);
        return tensor ? [{ ...place, tensor }] : [];
      });
      gpu.copyParts(gradient, pulls, "in");
      gpu.copyParts(values, own, "in");
      gpu.run(clipping, [gradient, told, clip], { count }, 1);
      gpu.run(update, [gradient, told, clip, rates, values, first, second], { count }, groupsFor(count));
      gpu.copyParts(values, own, "out");
      for (const { dataId } of [gradient, values, clip]) backend.disposeData(dataId);
    });
  };
}
