import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { focusHeading } from "../../components/focus-heading";
import { Popover } from "../../components/Popover";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { ownRate, sharedRate } from "../../state/shared-rate";
import { RateSweep } from "./RateSweep";
import styles from "./results.module.css";

/** Says when a race compares learning rates instead of methods, why that matters, and offers the way back. */
export function SharedRate() {
  const store = useRaceStore();
  const { t } = useTranslation("results");
  const rate = useRace(({ draft, step }) => sharedRate(draft.lanes, draft.base, step));
  const giveBack = (): void => {
    const { draft, setLearningRate } = store.getState();
    for (const [i, lane] of draft.lanes.entries()) setLearningRate(i, ownRate(lane, draft.base));
  };
  return (
    <div className={styles.sharedRate}>
      <p role="status">{rate !== null && t("rates.warning", { rate })}</p>
      {rate !== null && (
        <div className={styles.sharedRateButtons}>
          <Popover title={t("rates.title")} trigger={<Button>{t("rates.why")}</Button>}>
            <RateSweep rate={rate} />
          </Popover>
          <Button
            onPress={({ target }) => {
              focusHeading(target);
              giveBack();
            }}
          >
            {t("rates.own")}
          </Button>
        </div>
      )}
    </div>
  );
}
