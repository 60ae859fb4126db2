import { type Size, sizes, tokensHead } from "../model/config";
import type { Base } from "./base";

/** A decoder that writes Tang poetry, character by character: couplets, and runs of two couplets. */
export function tang<const S extends Size>(size: S, recipe: Base["recipe"]): Base<`tang-${S}`> {
  return {
    id: `tang-${size}`,
    family: "tang",
    config: {
      kind: "decoder",
      vocabulary: 2005,
      context: 32,
      ...sizes[size],
      tied: true,
      head: tokensHead,
    },
    recipe,
    data: [
      { name: "chinese-poetry (全唐诗)", licence: "MIT" },
      { name: "OpenCC", licence: "Apache-2.0" },
    ],
    // Fetched when it is used: pages only name it.
    load: async (read) => (await import("./tang-mixture")).tangMixture(read),
  };
}
