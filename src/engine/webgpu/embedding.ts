import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import { lastOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** token[ids] + position[offset …]. */
const embedding: Program = {
  name: "embedding",
  reads: { token: "f32", position: "f32", ids: "i32" },
  writes: ["y"],
  sizes: ["count", "length", "columns", "offset"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i >= sizes.count) { return; }
  let row = i / sizes.columns;
  let c = i % sizes.columns;
  let place = sizes.offset + row % sizes.length;
  y[i] = token[u32(ids[row]) * sizes.columns + c] + position[place * sizes.columns + c];
}`,
};

/** The first workgroups compute the gradient by the tokens, the others that by the positions. */
const embeddingGradient: Program = {
  name: "embedding gradient",
  reads: { ids: "i32", dy: "f32" },
  writes: ["dToken", "dPosition"],
  sizes: ["rows", "length", "columns", "offset", "vocabulary", "places", "tokenGroups"],
  body: `
// The sum of the rows of dy that read a token: a thread for four of its columns.
fn tokenRow(index: u32) {
  let across = (sizes.columns + 3u) / 4u;
  let row = index / across;
  let start = index % across * 4u;
  if (row >= sizes.vocabulary) { return; }
  var sum = vec4f();
  for (var i = 0u; i < sizes.rows; i++) {
    if (u32(ids[i]) == row) {
      let at = i * sizes.columns + start;
      sum += vec4f(dy[at], dy[at + 1u], dy[at + 2u], dy[at + 3u]);
    }
  }
  for (var j = 0u; j < 4u && start + j < sizes.columns; j++) { dToken[row * sizes.columns + start + j] = sum[j]; }
}
fn position(index: u32) {
  let place = index / sizes.columns;
  let c = index % sizes.columns;
  if (place >= sizes.places) { return; }
  var sum = 0f;
  if (place >= sizes.offset && place - sizes.offset < sizes.length) {
    for (var i = place - sizes.offset; i < sizes.rows; i += sizes.length) { sum += dy[i * sizes.columns + c]; }
  }
  dPosition[index] = sum;
}
fn run(group: u32, local: u32) {
  if (group < sizes.tokenGroups) { tokenRow(group * 64u + local); }
  else { position((group - sizes.tokenGroups) * 64u + local); }
}`,
};

/** Registers the embedding and its gradient. */
export function defineEmbedding(): void {
  defineKernel(
    "GpuEmbed",
    (gpu, { token, position, ids }, { offset }) => {
      const [b, t] = ids!.shape as [number, number];
      const columns = lastOf(token!.shape);
      const y = gpu.make([b, t, columns]);
      const count = b * t * columns;
      const sizes = { count, length: t, columns, offset: Number(offset) };
      gpu.run(embedding, [token!, position!, ids!, y], sizes, groupsFor(count));
      return y;
    },
    {
      inputs: ["token", "position", "ids"],
      of: (dy, saved, attributes) => {
        const [token, position, ids] = saved as [Tensor, Tensor, Tensor];
        const { offset } = attributes as { offset: number };
        const sizes = { offset, vocabulary: token.shape[0]!, places: position.shape[0]! };
        const [dToken, dPosition] = run<Tensor[]>("GpuEmbedGradient", { ids, dy: dy as Tensor }, sizes);
        return { token: () => dToken!, position: () => dPosition! };
      },
    },
  );
  defineKernel("GpuEmbedGradient", (gpu, { ids, dy }, attributes) => {
    const [offset, vocabulary, places] = [attributes.offset, attributes.vocabulary, attributes.places].map(
      Number,
    );
    const [b, t, columns] = dy!.shape as [number, number, number];
    const made = [gpu.make([vocabulary!, columns]), gpu.make([places!, columns])];
    const tokenGroups = groupsFor(vocabulary! * Math.ceil(columns / 4));
    gpu.run(
      embeddingGradient,
      [ids!, dy!, ...made],
      {
        rows: b * t,
        length: t,
        columns,
        offset: offset!,
        vocabulary: vocabulary!,
        places: places!,
        tokenGroups,
      },
      tokenGroups + groupsFor(places! * columns),
    );
    return made;
  });
}

export const embed = (token: Tensor, position: Tensor, ids: Tensor2D, offset: number): Tensor3D =>
  run("GpuEmbed", { token, position, ids }, { offset });
