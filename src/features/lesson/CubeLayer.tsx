import type { CSSProperties } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { type Cell, cellId, heldOutCells } from "../../tasks/strings/cells";
import { plainWording, synonyms, wordsFor } from "../../tasks/strings/wordings";
import type { GroupScores } from "../../training/score-groups";
import styles from "./cube.module.css";

export interface CubeLayerProps {
  /** The layer's format, 0 to 3. */
  readonly format: number;
  /** Share right by cell; null before anything was scored. */
  readonly scores: GroupScores | null;
  readonly ticked: ReadonlySet<string>;
  /** All ticked cells, of the other layers too, after one was ticked or unticked. */
  readonly onTick: (ids: ReadonlySet<string>) => void;
}

const heldOut = new Set(heldOutCells.map(cellId));
const places = [0, 1, 2, 3] as const;

/**
 * The tasks of one format: orders beneath each other, changes of the letters side by side. One stop of the Tab key: the
 * left and right arrow keys go from cell to cell.
 */
export function CubeLayer({ format, scores, ticked, onTick }: CubeLayerProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const cell = (order: number, letters: number) => {
    const one: Cell = [order, letters, format];
    const id = cellId(one);
    const score = scores?.[id];
    const said = score === undefined ? t("cube.unknown") : numbers.score(score);
    const name = wordsFor(one, plainWording).join(" ");
    const shared = {
      className: styles.cell ?? "",
      style: { "--score": score ?? 0 } as CSSProperties,
    };
    if (heldOut.has(id))
      return (
        <span
          {...shared}
          aria-label={t("cube.heldOut", { name, said })}
          data-held-out
          role="img"
          title={name}
        >
          {score === undefined ? "" : Math.round(100 * score)}
        </span>
      );
    return (
      <ToggleButton {...shared} aria-label={t("cube.cell", { name, said })} id={id}>
        {score === undefined ? "" : Math.round(100 * score)}
      </ToggleButton>
    );
  };
  const word = synonyms.format[format]![0]!;
  return (
    <ToggleButtonGroup
      aria-label={word}
      selectedKeys={ticked}
      selectionMode="multiple"
      onSelectionChange={(keys) => onTick(new Set([...keys].map(String)))}
    >
      <table className={styles.layer}>
        <caption>{word}</caption>
        <thead>
          <tr>
            <td />
            {places.map((letters) => (
              <th key={letters} scope="col">
                {synonyms.letters[letters]![0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((order) => (
            <tr key={order}>
              <th scope="row">{synonyms.order[order]![0]}</th>
              {places.map((letters) => (
                <td key={letters}>{cell(order, letters)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ToggleButtonGroup>
  );
}
