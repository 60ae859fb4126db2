import type { PromptVariant } from "../../experiments/prompt/prompt-spec";

/** Variants side by side. A link may bring more: then none is added. */
export const mostVariants = 4;

/** The variants with one of them changed. */
export function replaced(
  variants: readonly PromptVariant[],
  place: number,
  variant: PromptVariant,
): readonly PromptVariant[] {
  return variants.map((former, i) => (i === place ? variant : former));
}

/** With a copy right behind one of them; unchanged where there are enough. A name belongs to one variant only. */
export function duplicated(variants: readonly PromptVariant[], place: number): readonly PromptVariant[] {
  const original = variants[place];
  if (!original || variants.length >= mostVariants) return variants;
  const { name: _, ...copy } = original;
  return [...variants.slice(0, place + 1), copy, ...variants.slice(place + 1)];
}

/** Without one of them; the last one stays. */
export function removed(variants: readonly PromptVariant[], place: number): readonly PromptVariant[] {
  return variants.length > 1 ? variants.filter((_, i) => i !== place) : variants;
}

/** Under another name; "" takes the name away. */
export function renamed({ name: _, ...variant }: PromptVariant, name: string): PromptVariant {
  return name.trim() === "" ? variant : { ...variant, name };
}
