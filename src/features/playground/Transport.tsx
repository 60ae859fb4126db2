import { Pause, Play, RotateCcw, StepForward } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useRace, useRaceStore } from "../../race-view/use-race";

/** Play or pause, one step, back to the start. */
export function Transport() {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  const phase = useRace((race) => race.phase);
  const atStart = useRace((race) => race.step === 0);
  const { play, pause, stepOnce, reset } = store.getState();
  const running = phase === "running";
  const open = running || phase === "paused" || phase === "done";
  return (
    <fieldset className="transport" aria-label={t("transport.label")}>
      <Button
        className="transport-play"
        icon={
          running ? (
            <Pause aria-hidden fill="currentColor" size={15} />
          ) : phase === "done" ? (
            <RotateCcw aria-hidden size={16} />
          ) : (
            <Play aria-hidden fill="currentColor" size={15} />
          )
        }
        isDisabled={!open}
        variant="primary"
        onPress={() => togglePlay()}
      >
        {t(running ? "transport.pause" : phase === "done" ? "transport.again" : "transport.play")}
      </Button>
      <Button icon={<StepForward aria-hidden size={16} />} isDisabled={phase !== "paused"} onPress={stepOnce}>
        {t("transport.step")}
      </Button>
      <Button
        icon={<RotateCcw aria-hidden size={15} />}
        isDisabled={!open || atStart}
        onPress={() => void reset()}
      >
        {t("transport.reset")}
      </Button>
    </fieldset>
  );

  function togglePlay(): void {
    if (running) pause();
    else if (phase === "done") void reset().then(() => store.getState().play());
    else play();
  }
}
