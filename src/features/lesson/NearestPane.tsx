import { useTranslation } from "react-i18next";
import { useLaneFinding } from "../../race-view/use-lane-finding";
import { useRace } from "../../race-view/use-race";
import styles from "./lesson-figure.module.css";
import type { PaneProps } from "./pane-props";
import { useLiveStep } from "./step-context";

const question = { kind: "prompt-words" } as const;

/** The tokens whose embeddings point most nearly where the trained vector of the first lane points. */
export function NearestPane({ lanes }: PaneProps) {
  const { t } = useTranslation("lessons");
  const { isOurs } = useLiveStep();
  const moment = useRace((race) => race.lanes[0]?.series.evaluations.at(-1));
  const found = useLaneFinding<"prompt-words">(0, isOurs && moment ? question : null, { moment });
  const nearest = found?.words[0]?.nearest ?? [];
  return (
    <table className={styles.pane}>
      <caption>{t("nearest.title", { lane: lanes[0]?.laneStyle.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("nearest.token")}</th>
          <th scope="col">{t("nearest.cosine")}</th>
        </tr>
      </thead>
      <tbody>
        {nearest.length === 0 && (
          <tr>
            <td colSpan={2}>{t("nearest.none")}</td>
          </tr>
        )}
        {nearest.map(({ token, cosine }) => (
          <tr key={token}>
            <th scope="row">
              <code>{token}</code>
            </th>
            <td>{cosine.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
