import { useMemo } from "react";
import { ticks } from "../../charts/axis";
import type { Dot } from "../../charts/scatter";
import { raceFigures } from "../../claims/figures";
import { methodAppearance } from "../../components/method-appearance";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import type { OwnFigureProps } from "../lesson";
import { ScatterCard } from "../ScatterCard";
import { useFigureWords } from "./words";

const shown = [
  "full",
  "adapter",
  "prefix",
  "projected",
  "prompt",
  "lora",
  "bitfit",
  "random",
  "ia3",
] as const;
const counts = [300, 200_000] as const;

/** Every method of the great race by its trainable parameters and its score, as measured over the seeds. */
export function FigurePareto({ figures }: OwnFigureProps) {
  const text = useFigureWords();
  const words = useWords();
  const numbers = useNumbers();
  const dots = useMemo(
    () =>
      shown.flatMap((name): Dot[] => {
        const run = raceFigures(figures, name);
        const method = run?.spec.lanes[0]?.method;
        if (!run || !method) return [];
        const { color, marker } = methodAppearance(method);
        const { trained, score } = run.measures;
        const short = name === "projected" ? text.projected : words.method(method).short;
        const facts = text.facts
          .replace("{method}", short)
          .replace("{trained}", numbers.count(trained.mean))
          .replace("{score}", `${numbers.score(score.mean)} ± ${numbers.score(score.sd)}`);
        const place = { x: trained.mean, y: score.mean, spread: score.sd };
        return [
          { ...place, key: name, name: short, color, marker, look: "filled", trail: [], facts: [facts] },
        ];
      }),
    [figures, text, words, numbers],
  );
  return (
    <ScatterCard
      dots={dots}
      hint={text.hint}
      none={text.none}
      rows={dots.map(({ name, facts }) => [name, facts.join(" ")])}
      summary={text.summary}
      title={text.pareto}
      x={{
        label: text.trained,
        domain: counts,
        scale: "log",
        ticks: ticks(counts, "log", 4),
        format: numbers.compact,
      }}
      y={{
        label: text.score,
        domain: [0, 1],
        scale: "linear",
        ticks: [0, 0.25, 0.5, 0.75, 1],
        format: numbers.score,
      }}
    />
  );
}
