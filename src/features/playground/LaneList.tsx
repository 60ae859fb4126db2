import { Plus, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import type { Scale } from "../../charts/axis";
import { ParameterAxis } from "../../charts/ParameterBar";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import { countParameters } from "../../model/parameters";
import { laneCount } from "../../race-view/lane-count";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { addLane } from "../../state/draft";
import { findTask } from "../../tasks/index";
import { limits } from "../../training/race-spec";
import { LaneRow } from "./LaneRow";
import styles from "./lanes.module.css";
import { SharedRate } from "./SharedRate";
import { useFormerRace } from "./use-former-race";
import { useOwnHeldOut } from "./use-own-data-sets";

/** The lanes one below the other: score now, how many numbers train. */
export function LaneList() {
  const { t } = useTranslation("playground");
  const [openLane, setOpenLane] = useState<number | null>(null);
  const [scale, setScale] = useState<Scale>("log");
  const laneStyles = useLaneStyles();
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  const heldOut = useOwnHeldOut();
  const { former, undo } = useFormerRace();
  const isDone = useRace((race) => race.phase === "done");
  const asked = useRace((race) => race.lanes[0]?.series.evaluations.at(-1)?.of);
  const config = findBase(draft.base)?.config;
  const counts = useMemo(
    () => (config ? laneStyles.map(({ spec }) => laneCount(spec, config)) : []),
    [laneStyles, config],
  );
  const total = config ? countParameters(config) : 0;
  const most = Math.max(total, ...counts.map(({ trained }) => trained));
  const scoreNote = (): string => {
    if (isDone && asked !== undefined) return t("lane.scoreEnd", { count: asked, seed: draft.seed });
    if (heldOut !== null) return t("lane.scoreOwn", { count: heldOut });
    return t(findTask(draft.task)?.exact ? "lane.scoreExact" : "lane.scoreGenerated");
  };
  const add = (): void => {
    configure(addLane(draft));
    setOpenLane(draft.lanes.length);
  };
  return (
    <Card
      aside={
        <>
          <span>{t("lane.bars")}</span>
          <Segmented
            items={(["linear", "log"] as const).map((id) => ({ id, label: t(`scale.${id}`) }))}
            label={t("lane.barScale")}
            value={scale}
            onChange={setScale}
          />
        </>
      }
      className={styles.lanes}
      title={t("lane.all")}
    >
      <ul className={styles.list}>
        {laneStyles.map((laneStyle, lane) => {
          const count = counts[lane];
          return (
            count && (
              <LaneRow
                key={laneStyle.key}
                count={count}
                isOpen={openLane === lane}
                lane={lane}
                laneStyle={laneStyle}
                most={most}
                scale={scale}
                total={total}
                onOpenChange={setOpenLane}
              />
            )
          );
        })}
      </ul>
      <ParameterAxis most={most} scale={scale} />
      <p className="soft small">{scoreNote()}</p>
      <SharedRate />
      <div className={styles.foot}>
        <Button
          icon={<Plus aria-hidden size={16} />}
          isDisabled={laneStyles.length >= limits.lanes.max}
          onPress={add}
        >
          {t("lane.add")}
        </Button>
        {former && (
          <Button icon={<Undo2 aria-hidden size={16} />} variant="quiet" onPress={undo}>
            {t("lane.undo")}
          </Button>
        )}
        <span className="soft small">
          {t("lane.room", { count: laneStyles.length, most: limits.lanes.max })}
        </span>
      </div>
    </Card>
  );
}
