import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { fewestClicks } from "../state/preference-desk";
import { RewardAccuracy } from "./RewardAccuracy";
import styles from "./RewardPanel.module.css";
import { TypedReward } from "./TypedReward";
import { useDesk, useReward } from "./use-desk";
import { WastedClicks } from "./WastedClicks";
import { WeightBars } from "./WeightBars";

/** The reward model as one can read it: its weights as words, how good it is, the reward of any sentence. */
export function RewardPanel() {
  const { t } = useTranslation("preferences");
  const state = useDesk();
  const reward = useReward(state);
  const isThere = state.clicks.length >= fewestClicks;
  return (
    <Card title={t("reward.title")}>
      {isThere ? (
        <div className={styles.panel}>
          <WeightBars weights={reward.weights} />
          <p className="small soft">{t("reward.note")}</p>
          <RewardAccuracy reward={reward} />
          <TypedReward reward={reward} />
          <WastedClicks />
        </div>
      ) : (
        <p className="soft">{t("reward.waiting")}</p>
      )}
    </Card>
  );
}
