import { useNumbers } from "../../i18n/numbers";
import { isPlanted, type PlantedFigure, plantedFigures } from "./planted-figures";

/** A figure of what we put into pretraining by hand. It is not measured, so the text need not claim it. */
export function Planted({ of }: { readonly of: string }) {
  const numbers = useNumbers();
  if (!isPlanted(of)) throw new Error(`nothing is planted as "${of}"`);
  const figure: PlantedFigure = plantedFigures[of];
  return <b>{"share" in figure ? `${Math.round(100 * figure.share)}%` : numbers.count(figure.count)}</b>;
}
