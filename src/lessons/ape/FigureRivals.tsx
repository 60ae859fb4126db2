import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { figureOf } from "../../claims/figures";
import { Card } from "../../components/Card";
import { useNumbers } from "../../i18n/numbers";
import type { OwnFigureProps } from "../lesson";
import styles from "./rivals.module.css";

const rivals = ["human", "searched", "bestProposal", "randomSearch", "firstGuess"] as const;
const runs = ["fivePairs", "onePair"] as const;

/** How prompts that were found in different ways do on fresh inputs: means over the 16 held-out tasks. */
export function FigureRivals({ figures }: OwnFigureProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  return (
    <Card title={t("rivals.title")}>
      <table className={styles.rivals}>
        <thead>
          <tr>
            <td />
            {runs.map((run) => (
              <th key={run} scope="col">
                {t(`rivals.${run}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rivals.map((rival) => (
            <tr key={rival}>
              <th scope="row">{t(`rivals.${rival}`)}</th>
              {runs.map((run) => {
                const figure = figureOf(figures, run, rival);
                return (
                  <td key={run}>
                    {figure ? (
                      <>
                        <Meter share={figure.mean} /> {numbers.score(figure.mean)}
                      </>
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t("rivals.note")}</p>
    </Card>
  );
}
