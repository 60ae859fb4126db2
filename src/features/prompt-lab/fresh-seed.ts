/** A seed that nobody chose: what is taken at random is another each time. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}
