import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import type { Scale } from "../../charts/axis";
import { Picker } from "../../components/Picker";
import { Segmented } from "../../components/Segmented";
import { findMethod } from "../../methods/index";
import { type Matrix, matrices } from "../../model/config";
import { type Block, blocksOf, matricesOf } from "../../model/sites";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { ChangeFigure } from "./ChangeFigure";
import styles from "./inspect.module.css";
import type { LaneChange } from "./lane-change";
import { StoppedNote } from "./StoppedNote";
import type { ToolProps } from "./tool-props";
import { useInspections } from "./use-inspections";
import { useMatrixNames } from "./use-matrix-names";
import { useStops } from "./use-stops";

/** A microscope for ΔW: how each lane changed one matrix of the base. */
export function WeightTool({ watched }: ToolProps) {
  const { t } = useTranslation(["inspect", "playground"]);
  const nameOf = useMatrixNames();
  const laneStyles = useLaneStyles();
  const stops = useStops();
  const base = useRace((race) => findBase(race.draft.base));
  const blocks = base ? blocksOf(base.config) : [];
  const [layer, setLayer] = useState(0);
  const [matrix, setMatrix] = useState<Matrix>("attention.query");
  const [scale, setScale] = useState<Scale>("log");
  const canMerge = (lane: number): boolean =>
    findMethod(laneStyles[lane]?.spec.method ?? "")?.mergeable ?? false;
  const changing = laneStyles.map((_, lane) => lane).filter(canMerge);
  const lanes = changing.filter((lane) => (stops[lane] ?? null) === null);
  const found = useInspections(
    lanes,
    { kind: "weight-change", matrix: siteOf(blocks[layer], matrix) },
    watched,
  );
  const changes: readonly LaneChange[] = lanes.flatMap((lane) => {
    const [laneStyle, answer] = [laneStyles[lane], found?.of.get(lane)];
    return laneStyle && answer?.ok && answer.value ? [{ laneStyle, change: answer.value }] : [];
  });
  const others = laneStyles.filter((_, lane) => !canMerge(lane)).map(({ name }) => name);
  return (
    <>
      <p className={styles.about}>{t("weight.about")}</p>
      <div className={styles.weightChoices}>
        {blocks.length > 1 && (
          <Segmented
            items={blocks.map((_, i) => ({
              id: String(i),
              label: t("playground:diagram.blockShort", { layer: i + 1 }),
            }))}
            label={t("weight.block")}
            value={String(layer)}
            onChange={(id) => setLayer(Number(id))}
          />
        )}
        <Picker
          items={matrices.map((id) => ({ id, label: nameOf(id) }))}
          label={t("weight.matrix")}
          value={matrix}
          onChange={setMatrix}
        />
        <Segmented
          items={(["linear", "log"] as const).map((id) => ({ id, label: t(`playground:scale.${id}`) }))}
          label={t("playground:scale.label")}
          value={scale}
          onChange={setScale}
        />
      </div>
      {changing.length === 0 && <p className={`${styles.empty} soft`}>{t("weight.nobody")}</p>}
      {lanes.length > 0 && <ChangeFigure changes={changes} isKnown={found !== null} scale={scale} />}
      {laneStyles.map(({ key, name }, lane) => {
        const step = canMerge(lane) ? (stops[lane] ?? null) : null;
        return step !== null && <StoppedNote key={key} name={name} step={step} />;
      })}
      {others.length > 0 && <p className="soft small">{t("weight.others", { names: others })}</p>}
    </>
  );
}

/** The name of a block's own matrix of this kind. */
function siteOf(block: Block | undefined, matrix: Matrix): string {
  return (block && matricesOf(block).find((site) => site.matrix === matrix)?.name) ?? "";
}
