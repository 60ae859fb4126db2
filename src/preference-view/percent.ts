/** A share in whole percent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
