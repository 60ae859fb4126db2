import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { env, type TensorInfo } from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import { counters } from "../counters";

/** A compute shader. Its body defines `fn run(group: u32, local: u32)`: the workgroup, and the thread within it. */
export interface Program {
  /** A name that no other program has. */
  readonly name: string;
  /**
   * Buffers that are read, by their names in the body, in the order of binding: at most eight together with `writes`.
   */
  readonly reads: Readonly<Record<string, "f32" | "i32">>;
  readonly writes: readonly string[];
  /** Names of its integer parameters, which the body reads as sizes.name. */
  readonly sizes: readonly string[];
  /** Threads in a workgroup; 64 where left out. */
  readonly threads?: number;
  readonly body: string;
}

/** Fields of TensorFlow.js's backend that its types do not show: the command buffer that is being written. */
interface OpenCommands {
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  commandQueueOwnedIds: WeakSet<object>;
  dispatchCountInPass: number;
}

const toFloats: Program = {
  name: "to floats",
  reads: { x: "i32" },
  writes: ["y"],
  sizes: ["count"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i < sizes.count) { y[i] = f32(x[i]); }
}`,
};

/** At most this many tuples of sizes are kept. */
const mostUniforms = 1000;

/** Workgroups of 64 that hold this many threads. */
export const groupsFor = (threads: number): number => Math.ceil(threads / 64);

/** A float as one of the sizes of a program, which are integers: the shader reads it with bitcast<f32>. */
export const floatBits = (value: number): number => new Uint32Array(Float32Array.of(value).buffer)[0]!;

/** At most this many workgroups fit in one dimension of a dispatch. */
const widest = 65535;

/**
 * Runs our shaders among those of TensorFlow.js, in the same command buffer and on the same tensors. Unlike
 * runWebGPUProgram, they may have several outputs, work in place, and need no new uniform buffer for each call.
 */
export class Gpu {
  private readonly pipelines = new Map<string, GPUComputePipeline>();
  /** Sizes are the same from step to step, so that each tuple of them is uploaded once. */
  private readonly uniforms = new Map<string, GPUBuffer>();
  private readonly recording: OpenCommands;

  constructor(private readonly backend: WebGPUBackend) {
    this.recording = backend as unknown as OpenCommands;
    const runStock = backend.runWebGPUProgram.bind(backend);
    backend.runWebGPUProgram = (...given) => {
      counters.dispatches++;
      return runStock(...given);
    };
  }

  /** A new float tensor; its values are undefined. */
  make(shape: readonly number[]): TensorInfo {
    return this.backend.makeTensorInfo([...shape], "float32");
  }

  /** Runs a program in `groups` workgroups on tensors in the order of its `reads` and `writes`. */
  run(
    program: Program,
    given: readonly TensorInfo[],
    sizes: Readonly<Record<string, number>>,
    groups: number,
  ): void {
    const types = Object.values(program.reads);
    const tensors = given.map((tensor, i) => (types[i] === "f32" ? this.floats(tensor) : tensor));
    const pipeline = this.pipeline(program);
    const buffers = [
      this.sizes(program.sizes.map((name) => sizes[name]!)),
      ...tensors.map((t) => this.buffer(t)),
    ];
    this.written(tensors.slice(Object.keys(program.reads).length));
    const bindings = this.backend.device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
    this.backend.ensureCommandEncoderReady();
    const { recording } = this;
    recording.computePassEncoder ??= recording.commandEncoder!.beginComputePass();
    const pass = recording.computePassEncoder;
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(Math.min(groups, widest), Math.ceil(groups / widest));
    recording.dispatchCountInPass++;
    counters.dispatches++;
    for (const [i, { dataId }] of tensors.entries())
      if (dataId !== given[i]!.dataId) this.backend.disposeData(dataId);
    if (recording.dispatchCountInPass >= env().getNumber("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE")) {
      this.backend.endComputePassEncoder();
      this.backend.submitQueue();
    }
  }

  /** A cast in TensorFlow.js only changes the declared type: the buffer of a float tensor may hold integers. */
  private floats(tensor: TensorInfo): TensorInfo {
    if (this.backend.tensorMap.get(tensor.dataId).dtype === "float32") return tensor;
    const converted = this.make(tensor.shape);
    const count = sizeOf(tensor.shape);
    this.run(toFloats, [tensor, converted], { count }, groupsFor(count));
    return converted;
  }

  /** Copies whole small tensors into parts of a large one ("in"), or its parts back out. Offsets count values. */
  copyParts(
    large: TensorInfo,
    parts: readonly { readonly tensor: TensorInfo; readonly offset: number; readonly size: number }[],
    direction: "in" | "out",
  ): void {
    this.backend.ensureCommandEncoderReady();
    this.backend.endComputePassEncoder();
    const encoder = this.recording.commandEncoder!;
    const whole = this.buffer(large);
    for (const { tensor, offset, size } of parts) {
      const part = this.buffer(tensor);
      if (direction === "in") encoder.copyBufferToBuffer(part, 0, whole, 4 * offset, 4 * size);
      else encoder.copyBufferToBuffer(whole, 4 * offset, part, 0, 4 * size);
    }
    this.written(direction === "in" ? [large] : parts.map(({ tensor }) => tensor));
  }

  /** Sets part of a tensor to 0. */
  clear(tensor: TensorInfo, offset: number, size: number): void {
    this.backend.ensureCommandEncoderReady();
    this.backend.endComputePassEncoder();
    this.recording.commandEncoder!.clearBuffer(this.buffer(tensor), 4 * offset, 4 * size);
    this.written([tensor]);
  }

  /** The buffer of a tensor; it stays valid until the commands that are being written have been submitted. */
  private buffer({ dataId }: TensorInfo): GPUBuffer {
    this.backend.uploadToGPU(dataId);
    this.recording.commandQueueOwnedIds.add(dataId);
    return this.backend.tensorMap.get(dataId).resource as GPUBuffer;
  }

  /** Drops the values that were read from these tensors before: they are out of date. */
  private written(tensors: readonly TensorInfo[]): void {
    for (const { dataId } of tensors) {
      const data = this.backend.tensorMap.get(dataId) as { values: unknown };
      data.values = null;
    }
  }

  private sizes(values: readonly number[]): GPUBuffer {
    const key = values.join();
    const known = this.uniforms.get(key);
    if (known) return known;
    const words = Uint32Array.from(values);
    // Batches differ in length, so that new tuples keep coming. A buffer dropped here is freed when its last commands
    // have run.
    if (this.uniforms.size >= mostUniforms) this.uniforms.clear();
    const buffer = this.backend.device.createBuffer({
      size: Math.ceil(words.byteLength / 16) * 16,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
    this.backend.queue.writeBuffer(buffer, 0, words);
    this.uniforms.set(key, buffer);
    return buffer;
  }

  private pipeline(program: Program): GPUComputePipeline {
    const known = this.pipelines.get(program.name);
    if (known) return known;
    const { device } = this.backend;
    const module = device.createShaderModule({ code: shader(program), label: program.name });
    const pipeline = device.createComputePipeline({
      label: program.name,
      layout: "auto",
      compute: { module, entryPoint: "main" },
    });
    this.pipelines.set(program.name, pipeline);
    return pipeline;
  }
}

/** The text of a shader: its bindings, then its body. */
function shader({ reads, writes, sizes, threads = 64, body }: Program): string {
  const buffers = [
    ...Object.entries(reads).map(([name, type]) => `var<storage, read> ${name}: array<${type}>;`),
    ...writes.map((name) => `var<storage, read_write> ${name}: array<f32>;`),
  ];
  return `struct Sizes { ${sizes.map((name) => `${name}: u32`).join(", ")} }
@group(0) @binding(0) var<uniform> sizes: Sizes;
${buffers.map((buffer, i) => `@group(0) @binding(${i + 1}) ${buffer}`).join("\n")}
${body}
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  run(group.y * ${widest}u + group.x, local);
}`;
}
