/** An answer, and how many samples gave it. */
export interface Votes {
  readonly answer: string;
  readonly count: number;
}

/**
 * The votes for each answer, most first; of equally many the one that came first. Samples without an answer ("") have no
 * vote and are left out.
 */
export function votesOf(answers: readonly string[]): readonly Votes[] {
  const counts = new Map<string, number>();
  for (const answer of answers.filter(Boolean)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].map(([answer, count]) => ({ answer, count })).sort((a, b) => b.count - a.count);
}
