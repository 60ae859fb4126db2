/** The commonest of some answers; of several equally common ones, that which came first. No answer ("") is no vote. */
export function vote(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers.filter(Boolean)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  // A Map keeps the order of first appearance.
  let winner = "";
  let most = 0;
  for (const [answer, count] of counts) if (count > most) [winner, most] = [answer, count];
  return winner;
}

/** The share of questions that always giving the commonest answer gets right: 1/k for k classes asked equally often. */
export function chanceOf(answers: readonly string[]): number {
  const commonest = vote(answers);
  return answers.filter((answer) => answer === commonest).length / Math.max(1, answers.length);
}
