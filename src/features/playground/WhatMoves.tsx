import { type CSSProperties, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import { BlockDiagram } from "../../diagrams/BlockDiagram";
import { PartsTable } from "../../diagrams/PartsTable";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { headFor } from "../../model/config";
import { blocksOf } from "../../model/sites";
import { laneCount, laneParts } from "../../race-view/lane-count";
import { useLaneLooks } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";
import "./below.css";

/** What the chosen lane trains, and where in the model it sits. */
export function WhatMoves() {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const words = useWords();
  const looks = useLaneLooks();
  const base = useRace((race) => race.draft.base);
  const [asked, setAsked] = useState<number | null>(null);
  const [askedLayer, setLayer] = useState(0);
  const classes = useRace((race) => race.info?.classes);
  const config = useMemo(() => {
    const found = findBase(base);
    return found && { ...found.config, head: headFor(classes ?? []) };
  }, [base, classes]);
  // The first lane that leaves the base alone tells more than one that fills everything.
  const usual = Math.max(
    0,
    looks.findIndex(({ spec }) => config && laneCount(spec, config).trained < 10_000),
  );
  const chosen = asked !== null && asked < looks.length ? asked : usual;
  const look = looks[chosen];
  const parts = useMemo(() => (look && config ? laneParts(look.spec, config) : []), [look, config]);
  if (!look || !config) return null;
  const blocks = blocksOf(config);
  const layer = Math.min(askedLayer, blocks.length - 1);
  const count = laneCount(look.spec, config);
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
      className="moves"
      title={t("diagram.title")}
    >
      <LanePicker chosen={chosen} onChange={setAsked} />
      <BlockDiagram color={look.color} config={config} layer={layer} parts={parts}>
        <p className="moves-sentence">{words.method(look.spec.method).sentence}</p>
        <p className="moves-formula">
          {count.numbers} = <b>{numbers.count(count.trained)}</b> {t("diagram.trainedNumbers")}
          {count.kept !== count.trained && t("diagram.keptNumbers", { value: numbers.count(count.kept) })}
        </p>
        <ul className="moves-legend" style={{ "--lane": look.color } as CSSProperties}>
          {(["frozen", "trained", "dropped"] as const).map((kind) => (
            <li key={kind} className={`legend legend-${kind}`}>
              {t(`diagram.legend.${kind}`)}
            </li>
          ))}
        </ul>
      </BlockDiagram>
      <PartsTable parts={parts} />
    </Card>
  );
}

function LanePicker({
  chosen,
  onChange,
}: {
  readonly chosen: number;
  readonly onChange: (lane: number) => void;
}) {
  const { t } = useTranslation("playground");
  const looks = useLaneLooks();
  return (
    <fieldset aria-label={t("diagram.lane")} className="lane-picker">
      {looks.map(({ key, name, color }, lane) => (
        <button
          key={key}
          aria-pressed={lane === chosen}
          style={{ "--lane": color } as CSSProperties}
          type="button"
          onClick={() => onChange(lane)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
