import { engine, type NamedTensorMap, type Tensor } from "@tensorflow/tfjs-core";

/** Attributes of our kernels, in the form that TensorFlow.js passes on. */
export type Attributes = Readonly<Record<string, number | boolean>>;

/** Runs one of our registered kernels and puts it on the tape. */
export function run<T extends Tensor | Tensor[] = Tensor>(
  name: string,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: Attributes = {},
): T {
  return engine().runKernel(name, inputs as NamedTensorMap, { ...attributes }) as unknown as T;
}
