import { useMemo } from "react";
import type { Dot } from "../../charts/scatter";
import { raceFigures } from "../../claims/figures";
import { methodAppearance } from "../../components/method-appearance";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import type { OwnFigureProps } from "../lesson";
import { ScatterCard } from "../ScatterCard";
import { useFigureWords } from "./words";

/** The runs of each base, the smallest first. */
const bases = [
  { base: "tiny", full: "tinyFull", methods: ["tinyBitfit", "tinyRandom"] },
  { base: "nano", full: "nanoFull", methods: ["nanoBitfit", "nanoRandom"] },
  { base: "micro", full: "full", methods: ["bitfit", "random"] },
  { base: "mini", full: "miniFull", methods: ["miniBitfit", "miniRandom"] },
] as const;

const totals = [3000, 2_000_000] as const;

/** How close BitFit and a random subset of the same size come to full fine-tuning, over the size of the base. */
export function FigureGap({ figures }: OwnFigureProps) {
  const text = useFigureWords();
  const words = useWords();
  const numbers = useNumbers();
  const dots = useMemo(() => {
    const made: Dot[] = [];
    for (const { base, full, methods } of bases)
      for (const name of methods) {
        const run = raceFigures(figures, name);
        const whole = raceFigures(figures, full);
        const method = run?.spec.lanes[0]?.method;
        if (!run || !whole || !method) continue;
        const { color, marker } = methodAppearance(method);
        const { trained, score } = run.measures;
        const best = whole.measures.score.mean;
        const at = { x: run.total, y: score.mean / best };
        // Joined with the same method on the base before.
        const before = made.findLast((dot) => dot.color === color);
        made.push({
          ...at,
          key: name,
          name: `${words.method(method).short}, ${base}`,
          color,
          marker,
          look: "filled",
          spread: score.sd / best,
          trail: before ? [{ x: before.x, y: before.y }, at] : [],
          facts: [
            text.facts
              .replace("{trained}", numbers.count(trained.mean))
              .replace("{score}", `${numbers.score(score.mean)} ± ${numbers.score(score.sd)}`)
              .replace("{full}", numbers.score(best)),
          ],
        });
      }
    return made;
  }, [figures, text, words, numbers]);
  return (
    <ScatterCard
      dots={dots}
      hint={text.hint}
      none={text.none}
      rows={dots.map(({ name, facts, y }) => [name, `${numbers.score(y)} (${facts.join(" ")})`])}
      summary={text.summary}
      title={text.title}
      x={{
        label: text.total,
        domain: totals,
        scale: "log",
        ticks: [10_000, 100_000, 1_000_000],
        format: numbers.compact,
      }}
      y={{
        label: text.reached,
        domain: [0, 1.1],
        scale: "linear",
        ticks: [0, 0.25, 0.5, 0.75, 1],
        format: numbers.score,
      }}
    />
  );
}
