/** An answer, and how many samples gave it. */
export interface Votes {
  /** "" for samples that gave none: they have no vote. */
  readonly answer: string;
  readonly count: number;
}

/** The votes for each answer, most first; of equally many the one that came first. No answer comes last: it cannot win. */
export function countVotes(answers: readonly string[]): readonly Votes[] {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const rank = ({ answer, count }: Votes): number => (answer === "" ? -1 : count);
  return [...counts].map(([answer, count]) => ({ answer, count })).sort((a, b) => rank(b) - rank(a));
}

/** The commonest of some answers; of several equally common ones, that which came first. No answer ("") is no vote. */
export function vote(answers: readonly string[]): string {
  return countVotes(answers)[0]?.answer ?? "";
}

/** The share of questions that always giving the commonest answer gets right: 1/k for k classes asked equally often. */
export function chanceOf(answers: readonly string[]): number {
  const commonest = vote(answers);
  return answers.filter((answer) => answer === commonest).length / Math.max(1, answers.length);
}
