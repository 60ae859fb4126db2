/** Newton's method is done when no weight moves further than this. */
const tolerance = 1e-6;
const mostSteps = 30;

/**
 * Weights w that make the winners win (Bradley & Terry 1952): the smallest sum of −log σ(w · d) over the differences d
 * between the features of winner and loser, plus prior · |w|². The prior makes the solution unique. By Newton's method:
 * exact, and the same on every machine.
 */
export function fitBradleyTerry(
  differences: readonly Float64Array[],
  size: number,
  prior: number,
): Float64Array {
  let weights = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, hessian } = derivatives(differences, weights, prior);
    const move = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - move[i]!);
    if (move.every((each) => Math.abs(each) < tolerance)) break;
  }
  return weights;
}

function derivatives(differences: readonly Float64Array[], weights: Float64Array, prior: number) {
  const size = weights.length;
  const gradient = weights.map((weight) => 2 * prior * weight);
  const hessian = Array.from({ length: size }, (_, row) => {
    const values = new Float64Array(size);
    values[row] = 2 * prior;
    return values;
  });
  for (const difference of differences) {
    const margin = difference.reduce((sum, value, i) => sum + value * weights[i]!, 0);
    const lose = 1 / (1 + Math.exp(margin));
    const curvature = lose * (1 - lose);
    // Most features of a sentence are 0.
    const used = [...difference.keys()].filter((i) => difference[i] !== 0);
    for (const i of used) {
      gradient[i]! -= lose * difference[i]!;
      for (const j of used) hessian[i]![j]! += curvature * difference[i]! * difference[j]!;
    }
  }
  return { gradient, hessian };
}

/** Solves A x = b for a positive definite A (Cholesky). */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]![column]!;
      for (let k = 0; k < column; k++) rest -= lower[row]![k]! * lower[column]![k]!;
      lower[row]![column] = row === column ? Math.sqrt(rest) : rest / lower[column]![column]!;
    }
  const half = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let rest = right[row]!;
    for (let k = 0; k < row; k++) rest -= lower[row]![k]! * half[k]!;
    half[row] = rest / lower[row]![row]!;
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = half[row]!;
    for (let k = row + 1; k < size; k++) rest -= lower[k]![row]! * solution[k]!;
    solution[row] = rest / lower[row]![row]!;
  }
  return solution;
}
