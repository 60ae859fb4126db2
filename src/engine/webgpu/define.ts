import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type GradFunc, registerGradient, registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import type { Attributes } from "../run-kernel";
import { Gpu } from "./gpu";

type Inputs = Readonly<Record<string, TensorInfo>>;

const gpus = new WeakMap<WebGPUBackend, Gpu>();

/** Runs our programs on a backend; one for each. */
export function gpuOf(backend: WebGPUBackend): Gpu {
  const gpu = gpus.get(backend) ?? new Gpu(backend);
  gpus.set(backend, gpu);
  return gpu;
}

/** Registers a kernel for the WebGPU backend, and its gradient. */
export function defineKernel(
  name: string,
  compute: (gpu: Gpu, inputs: Inputs, attributes: Attributes) => TensorInfo | TensorInfo[],
  gradient?: { inputs?: string[]; outputs?: boolean[]; of: GradFunc },
): void {
  registerKernel({
    kernelName: name,
    backendName: "webgpu",
    kernelFunc: ({ inputs, attrs, backend }) =>
      compute(gpuOf(backend as WebGPUBackend), inputs as Inputs, (attrs ?? {}) as Attributes),
  });
  if (!gradient) return;
  registerGradient({
    kernelName: name,
    inputsToSave: gradient.inputs ?? [],
    outputsToSave: gradient.outputs ?? [],
    gradFunc: gradient.of,
  });
}
