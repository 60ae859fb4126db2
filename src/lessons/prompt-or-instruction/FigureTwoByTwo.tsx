import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { figureOf, type LessonFigures } from "../../claims/figures";
import type { Measure } from "../../claims/run";
import { Card } from "../../components/Card";
import { useNumbers } from "../../i18n/numbers";
import type { OwnFigureProps } from "../lesson";
import styles from "./two-by-two.module.css";

const rows = ["one", "many"] as const;
const columns = ["soft", "full"] as const;

/** What each cell measures: on what it was trained for, and on tasks it has to be told about. */
const cells = {
  one: {
    soft: { run: "softOne", own: "score", heldOut: "othersInstructed" },
    full: { run: "fullOne", own: "score", heldOut: "othersInstructed" },
  },
  many: {
    soft: { run: "softMany", own: "onTrained", heldOut: "score" },
    full: { run: "fullMany", own: "onTrained", heldOut: "score" },
  },
} as const satisfies Record<string, Record<string, { run: string; own: Measure; heldOut: Measure }>>;

/** One task or many, a vector or every parameter: each cell is a run. */
export function FigureTwoByTwo({ figures }: OwnFigureProps) {
  const { t } = useTranslation("lessons");
  return (
    <Card title={t("twoByTwo.title")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`twoByTwo.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`twoByTwo.${row}`)}</th>
              {columns.map((column) => {
                const { run, own, heldOut } = cells[row][column];
                return (
                  <td key={column}>
                    <Share figures={figures} label={t("twoByTwo.own")} of={own} run={run} />
                    <Share figures={figures} label={t("twoByTwo.heldOut")} of={heldOut} run={run} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t("twoByTwo.note")}</p>
    </Card>
  );
}

interface ShareProps {
  readonly figures: LessonFigures | null;
  readonly run: string;
  readonly of: Measure;
  readonly label: string;
}

function Share({ figures, run, of, label }: ShareProps) {
  const numbers = useNumbers();
  const figure = figureOf(figures, run, of);
  return (
    <div className={styles.share}>
      <b>{figure ? numbers.score(figure.mean) : "–"}</b> <span className="soft">{label}</span>
      <Meter share={figure?.mean ?? 0} />
    </div>
  );
}
