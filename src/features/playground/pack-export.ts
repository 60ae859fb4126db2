import { type Zippable, zipSync } from "fflate";
import type { Base } from "../../bases/base";
import { adapterBundle, type Bundle, baseAndAdapterBundle, modelBundle } from "../../export/bundle";
import type { OneStack, Refusal } from "../../export/layout";
import type { Contents } from "../../export/readme";
import { headFor } from "../../model/config";
import type { LaneSpec } from "../../training/race-spec";
import type { WholeModel } from "../../training/whole-model";

/** not-finite: the lane has diverged. two-stacks: its base has an encoder and a decoder. */
export type ExportRefusal = Refusal | "not-mergeable" | "not-finite" | "two-stacks";

export type Packed =
  | { readonly ok: true; readonly zip: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly refusal: ExportRefusal };

/** What is exported: a lane's method on a base, and the task it learned. */
export interface Exported {
  readonly lane: Pick<LaneSpec, "method" | "options">;
  readonly base: Base;
  readonly task: string;
}

/** The zip of a lane's model; `whole` as the worker answers, null where the lane has diverged. */
export function packExport(contents: Contents, exported: Exported, whole: WholeModel | null): Packed {
  if (!whole) return { ok: false, refusal: "not-finite" };
  const bundle = bundleOf(contents, exported, whole);
  if (!bundle.ok) return bundle;
  const zippable: Zippable = {};
  for (const [path, bytes] of Object.entries(bundle.files)) {
    // Trained parameters hardly get any smaller.
    zippable[path] = [bytes, { level: path.endsWith(".safetensors") ? 0 : 6 }];
  }
  return { ok: true, zip: Uint8Array.from(zipSync(zippable)) };
}

function bundleOf(
  contents: Contents,
  { lane, base, task }: Exported,
  whole: WholeModel,
): Bundle | { readonly ok: false; readonly refusal: "two-stacks" } {
  const config = oneStack({ ...base.config, head: headFor(whole.classes) });
  if (!config) return { ok: false, refusal: "two-stacks" };
  const { step: steps, adapter: tensors, parameters, unit, tokens, end, classes, example } = whole;
  const title = `${base.id} + ${lane.method} on ${task}, step ${steps}`;
  const adapter = { method: lane.method, options: lane.options, config, steps, tensors };
  const model = { config, parameters, vocabulary: { unit, tokens }, end, classes };
  switch (contents) {
    case "adapter":
      return adapterBundle(adapter, title);
    case "base-and-adapter":
      return baseAndAdapterBundle(adapter, model, { title, example });
    case "merged":
      return modelBundle(model, { title, example });
    default:
      return contents satisfies never;
  }
}

/** The same config, if it is of a model that can be exported. */
export function oneStack(config: Base["config"]): OneStack | null {
  return config.kind === "encoder-decoder" ? null : config;
}
