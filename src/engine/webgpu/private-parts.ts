import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { requireParts } from "../private-parts";

/**
 * Throws PrivatePartsError where the WebGPU backend is not as our kernels expect it: they write into the command buffer
 * that TensorFlow.js is writing, and into the buffers of its tensors.
 */
export function requireWebGpuParts(backend: WebGPUBackend): void {
  requireParts(backend, {
    commandEncoder: "present",
    computePassEncoder: "present",
    "commandQueueOwnedIds.add": "function",
    dispatchCountInPass: "number",
    runWebGPUProgram: "function",
    ensureCommandEncoderReady: "function",
    endComputePassEncoder: "function",
    submitQueue: "function",
    uploadToGPU: "function",
    makeTensorInfo: "function",
    disposeData: "function",
    "tensorMap.get": "function",
    "device.createBindGroup": "function",
    "queue.writeBuffer": "function",
  });
}
