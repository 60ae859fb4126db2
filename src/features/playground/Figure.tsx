import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scale } from "../../charts/axis";
import type { LossKind } from "../../charts/curve";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import { RaceCurves } from "../../race-view/RaceCurves";
import { Transport } from "../../race-view/Transport";
import { useRaceDrive } from "../../race-view/use-race-drive";
import { EngineLine } from "./EngineLine";
import { ExportBar } from "./ExportBar";
import styles from "./figure.module.css";
import { OverlaidRun } from "./OverlaidRun";
import { useOverlaidCurves } from "./use-overlaid-curves";

/** The race: transport, curves, engine, exports. */
export function Figure() {
  const { t } = useTranslation("playground");
  const [kind, setKind] = useState<LossKind>("heldOut");
  const [scale, setScale] = useState<Scale>("log");
  const stage = useRef<HTMLDivElement>(null);
  const title = t(kind === "heldOut" ? "loss.heldOutTitle" : "loss.trainingTitle");
  return (
    <Card
      aside={
        <>
          <RaceTransport />
          <div className={styles.views}>
            <Segmented
              items={(["heldOut", "training"] as const).map((id) => ({ id, label: t(`loss.${id}`) }))}
              label={t("loss.kind")}
              value={kind}
              onChange={setKind}
            />
            <Segmented
              items={(["linear", "log"] as const).map((id) => ({ id, label: t(`scale.${id}`) }))}
              label={t("scale.label")}
              value={scale}
              onChange={setScale}
            />
          </div>
        </>
      }
      className={styles.figure}
      hideTitle
      title={title}
    >
      <RaceCurves beneath={useOverlaidCurves()} frame={stage} kind={kind} scale={scale}>
        <OverlaidRun />
        <div className={styles.foot}>
          <EngineLine />
          <ExportBar picture={() => stage.current?.querySelector("svg") ?? null} title={title} />
        </div>
      </RaceCurves>
    </Card>
  );
}

/** Drawn at every step, the rest of the figure is not. */
function RaceTransport() {
  return <Transport drive={useRaceDrive()} />;
}
