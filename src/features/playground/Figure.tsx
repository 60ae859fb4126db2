import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scale } from "../../charts/axis";
import type { LossKind } from "../../charts/curve";
import { Card } from "../../components/Card";
import { Later } from "../../components/Later";
import { part } from "../../components/part";
import { Segmented } from "../../components/Segmented";
import { imported } from "../../lib/imported";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { EngineLine } from "./EngineLine";
import { ExportBar } from "./ExportBar";
import { RaceWords } from "./RaceWords";
import { StageCover } from "./StageCover";
import { Transport } from "./Transport";
import "./figure.css";

const RaceChart = part(() => imported(() => import("./RaceChart")).then((chart) => chart.RaceChart));

/** The race: transport, curves, engine, exports. Space plays and pauses while the curves have the focus. */
export function Figure() {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  const [kind, setKind] = useState<LossKind>("heldOut");
  const [scale, setScale] = useState<Scale>("log");
  const stage = useRef<HTMLDivElement>(null);
  const isBusy = useRace((race) => race.phase === "loading");
  const title = t(kind === "heldOut" ? "loss.heldOutTitle" : "loss.trainingTitle");

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== " " || event.target !== event.currentTarget) return;
    event.preventDefault();
    const race = store.getState();
    if (race.phase === "running") race.pause();
    else race.play();
  };
  return (
    <Card
      aside={
        <>
          <Transport />
          <div className="figure-views">
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
      className="figure"
      hideTitle
      title={title}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={stage}
        aria-busy={isBusy}
        aria-label={t("stage.label")}
        className="stage"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the space key plays and pauses here
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <Later className="stage-room">
          <RaceChart kind={kind} scale={scale} />
        </Later>
        <StageCover />
      </div>
      <div className="figure-foot">
        <EngineLine />
        <ExportBar picture={() => stage.current?.querySelector("svg") ?? null} title={title} />
      </div>
      <RaceWords kind={kind} />
    </Card>
  );
}
