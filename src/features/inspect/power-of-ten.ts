/** Powers that there are words for: "0" is one, "9" a billionth. */
const named = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** The power of ten a small number is nearest to, without its sign: 3e-6 is about a millionth, "6". Beyond the words, the last. */
export function powerOfTen(value: number): (typeof named)[number] {
  const power = Math.round(-Math.log10(value));
  return named[Math.min(named.length - 1, Math.max(0, power))] ?? "9";
}
