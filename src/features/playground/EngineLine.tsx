import { useTranslation } from "react-i18next";
import { backendDetail } from "../../i18n/backend-words";
import { useNumbers } from "../../i18n/numbers";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useRace } from "../../race-view/use-race";
import type { Race } from "../../state/race-shape";
import styles from "./figure.module.css";

/** Where the numbers are computed, how fast, and why there. */
export function EngineLine() {
  const { t } = useTranslation(["playground", "app"]);
  const { t: app } = useTranslation();
  const numbers = useNumbers();
  const phase = useRace((race) => (race.phase === "paused" && race.step === 0 ? "idle" : race.phase));
  const backend = useRace((race) => race.backend);
  const resumedAt = useRace((race) => race.resumedAt);
  const lanes = useRace((race) => race.draft.lanes.length);
  const pace = useCalmRace(selectPace, 500);
  return (
    <div className={styles.engine}>
      <p className={styles.engineNow} data-phase={phase}>
        {t(`phase.${phase}`)}
        {phase === "running" &&
          pace > 0 &&
          ` · ${t("engine.pace", { pace: pace >= 10 ? numbers.count(pace) : pace.toFixed(1), count: lanes })}`}
      </p>
      <p>
        {backend &&
          t("engine.why", {
            backend: t(`app:backend.names.${backend.name}`),
            detail: backendDetail(backend, app),
            kernels: t(`app:backend.kernels.${backend.fused ? "fused" : "plain"}`),
            reason: t(`app:backend.reasons.${backend.reason}`),
          })}
        {resumedAt !== null && ` ${t("engine.resumed", { step: numbers.count(resumedAt) })}`}
      </p>
    </div>
  );
}

function selectPace({ stepsPerSecond }: Race): number {
  return stepsPerSecond;
}
