import { useTranslation } from "react-i18next";
import { useLaneLooks } from "../../race-view/use-lanes";
import { MergeRow } from "./MergeRow";
import { useStops } from "./use-stops";

/** Folds a lane into a copy of the base and measures what that changes. */
export function MergeTool() {
  const { t } = useTranslation("inspect");
  const looks = useLaneLooks();
  const stops = useStops();
  return (
    <>
      <p className="inspect-about">{t("merge.about")}</p>
      <ul className="merge-lanes">
        {looks.map((look, lane) => (
          <MergeRow
            key={`${look.key} ${look.spec.method}`}
            lane={lane}
            look={look}
            stoppedAt={stops[lane] ?? null}
          />
        ))}
      </ul>
      <p className="soft small">{t("merge.kept")}</p>
    </>
  );
}
