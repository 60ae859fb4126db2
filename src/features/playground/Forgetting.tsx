import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { ForgettingChart } from "../../charts/ForgettingChart";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { useWords } from "../../i18n/words";
import { DetailStep } from "../../race-view/DetailStep";
import { LegendItem } from "../../race-view/LegendItem";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import type { Race } from "../../state/race-shape";
import type { ProbeResult } from "../../worker/api";
import styles from "./Forgetting.module.css";
import { MeasurePicker, type MeasureProps } from "./MeasurePicker";

const redrawMs = 400;
/** Pixels: the room of the chart is kept before it is known. */
const rowHeight = 17;
const usualProbes = 4;
const aroundRows = 92;

/** What the lanes still know of what the base could do before, and that taking the adapters off brings it back. */
export function Forgetting({ measure, onMeasure }: MeasureProps) {
  const { t } = useTranslation("playground");
  const words = useWords();
  const laneStyles = useLaneStyles();
  const family = useRace((race) => findBase(race.draft.base)?.family ?? "");
  const adaptersOff = useRace((race) => race.adaptersOff);
  const takeAdaptersOff = useRace((race) => race.takeAdaptersOff);
  const [base, ...latest] = useCalmRace(selectProbes, redrawMs);
  const lanes = laneStyles.map(({ name, color }, lane) => ({
    name,
    color,
    probes: (adaptersOff.includes(lane) ? base : latest[lane]) ?? [],
  }));
  const off = adaptersOff.length === laneStyles.length;
  return (
    <Card
      aside={<MeasurePicker measure={measure} onMeasure={onMeasure} />}
      className={styles.forgetting}
      title={t("forgot.title")}
    >
      <p className="soft small">
        {t(measure === "exact" ? "forgot.aboutExact" : "forgot.aboutLoss")} · <DetailStep />
      </p>
      <ul className={styles.legend}>
        {laneStyles.map(({ key, name, color }) => (
          <LegendItem key={key} color={color} kind="trained">
            {name}
          </LegendItem>
        ))}
        <LegendItem kind="mark">{t("forgot.before")}</LegendItem>
      </ul>
      {base && base.length === 0 && <p className="soft">{t("forgot.none")}</p>}
      <div style={{ minHeight: laneStyles.length * rowHeight * usualProbes + aroundRows }}>
        {base && base.length > 0 && (
          <ForgettingChart
            base={base}
            lanes={lanes}
            measure={measure}
            nameOf={(id) => words.probe(family, id)}
          />
        )}
      </div>
      <Button
        isDisabled={!base}
        onPress={() => takeAdaptersOff(off ? [] : laneStyles.map((_, lane) => lane))}
      >
        {t(off ? "forgot.putBack" : "forgot.takeOff")}
      </Button>
    </Card>
  );
}

/** The base, then the lanes. */
function selectProbes({ info, lanes }: Race): readonly (readonly ProbeResult[] | undefined)[] {
  const latest = lanes.map(
    ({ series }) => series.evaluations.findLast(({ probes }) => probes.length > 0)?.probes,
  );
  return [info?.base.probes, ...latest];
}
