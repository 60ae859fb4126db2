import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { fewestClicks } from "../state/preference-desk";
import { HeadPanel } from "./HeadPanel";
import { RewardAccuracy } from "./RewardAccuracy";
import styles from "./RewardPanel.module.css";
import { TypedReward } from "./TypedReward";
import { useDesk, useReward } from "./use-desk";
import { useHeldOut } from "./use-held-out";
import { useRewardHead } from "./use-reward-head";
import { WastedClicks } from "./WastedClicks";
import { WeightBars } from "./WeightBars";

/** The reward model as one can read it: its weights as words, how good it is, the reward of any sentence. */
export function RewardPanel() {
  const { t } = useTranslation("preferences");
  const state = useDesk();
  const reward = useReward(state);
  const heldOut = useHeldOut();
  const head = useRewardHead(heldOut);
  const missing = fewestClicks - state.clicks.length;
  return (
    <Card title={t("reward.title")}>
      {missing <= 0 ? (
        <div className={styles.panel}>
          <WeightBars weights={reward.weights} />
          <p className="small soft">{t("reward.note")}</p>
          <RewardAccuracy heldOut={heldOut} reward={reward} />
          <TypedReward head={head.progress} reward={reward} />
          <WastedClicks />
          <HeadPanel head={head} heldOut={heldOut} />
        </div>
      ) : (
        <p className="soft">{t("reward.waiting", { count: missing })}</p>
      )}
    </Card>
  );
}
