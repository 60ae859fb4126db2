import { useTranslation } from "react-i18next";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import styles from "./inspect.module.css";
import { MergeRow } from "./MergeRow";
import { useStops } from "./use-stops";

/** Folds a lane into a copy of the base and measures what that changes. */
export function MergeTool() {
  const { t } = useTranslation("inspect");
  const laneStyles = useLaneStyles();
  const stops = useStops();
  return (
    <>
      <p className={styles.about}>{t("merge.about")}</p>
      <ul className={styles.mergeLanes}>
        {laneStyles.map((laneStyle, lane) => (
          <MergeRow
            key={`${laneStyle.key} ${laneStyle.spec.method}`}
            lane={lane}
            laneStyle={laneStyle}
            stoppedAt={stops[lane] ?? null}
          />
        ))}
      </ul>
      <p className="soft small">{t("merge.kept")}</p>
    </>
  );
}
