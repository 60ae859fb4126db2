/** The accuracy of a run, as a term of a claim. */
export function accuracy<const Name extends string>(
  run: Name,
  more: { readonly times?: number; readonly plus?: number } = {},
) {
  return { run, of: "accuracy", ...more } as const;
}
