import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import { PartsTable } from "../../diagrams/PartsTable";
import type { ModelConfig } from "../../model/config";
import { blocksOf } from "../../model/sites";
import { BlockView } from "../../race-view/BlockView";
import { LanePicker } from "../../race-view/LanePicker";
import { LegendItem } from "../../race-view/LegendItem";
import { laneCount, laneParts } from "../../race-view/lane-count";
import { useTunedConfig } from "../../race-view/use-lane-parts";
import { type LaneStyle, useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import styles from "./TrainedParameters.module.css";

/** What the chosen lane trains, and where in the model it sits. */
export function TrainedParameters() {
  const { t } = useTranslation("playground");
  const laneStyles = useLaneStyles();
  const base = useRace((race) => race.draft.base);
  const classes = useRace((race) => race.info?.classes);
  const config = useTunedConfig(base, classes);
  const [asked, setAsked] = useState<number | null>(null);
  const [askedLayer, setLayer] = useState(0);
  if (!config) return null;
  const chosen = asked !== null && asked < laneStyles.length ? asked : tellingLane(laneStyles, config);
  const laneStyle = laneStyles[chosen];
  if (!laneStyle) return null;
  const blocks = blocksOf(config);
  const layer = Math.min(askedLayer, blocks.length - 1);
  return (
    <Card
      aside={
        blocks.length > 1 && (
          <Segmented
            items={blocks.map((_, i) => ({
              id: String(i),
              label: t("diagram.blockShort", { layer: i + 1 }),
            }))}
            label={t("diagram.which")}
            value={String(layer)}
            onChange={(id) => setLayer(Number(id))}
          />
        )
      }
      title={t("diagram.title")}
    >
      <LanePicker chosen={chosen} label={t("diagram.lane")} lanes={laneStyles} onChoose={setAsked} />
      <BlockView config={config} layer={layer} laneStyle={laneStyle}>
        <ul className={styles.legend}>
          {(["frozen", "trained", "dropped"] as const).map((kind) => (
            <LegendItem key={kind} color={laneStyle.color} kind={kind}>
              {t(`diagram.legend.${kind}`)}
            </LegendItem>
          ))}
        </ul>
      </BlockView>
      <PartsTable parts={laneParts(laneStyle.spec, config)} />
    </Card>
  );
}

/** The first lane that leaves the base alone tells more than one that fills everything. */
function tellingLane(laneStyles: readonly LaneStyle[], config: ModelConfig): number {
  return Math.max(
    0,
    laneStyles.findIndex(({ spec }) => laneCount(spec, config).trained < 10_000),
  );
}
