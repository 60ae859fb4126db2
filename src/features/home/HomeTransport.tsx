import { Pause, Play, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useRaceStore } from "../../race-view/use-race";
import type { LiveStatus } from "./live-race";
import type { Replay } from "./replay";

export interface HomeTransportProps {
  readonly live: LiveStatus;
  /** null where there is no recording. */
  readonly replay: Replay | null;
}

/** Halts and goes on with whatever moves: the recording, or the live race once it is there. */
export function HomeTransport({ live, replay }: HomeTransportProps) {
  const store = useRaceStore();
  const { t } = useTranslation();
  const { play, pause, reset } = store.getState();
  if (live === "running") {
    return (
      <Button icon={<Pause aria-hidden size={15} />} variant="primary" onPress={pause}>
        {t("home.pause")}
      </Button>
    );
  }
  if (live === "paused" || live === "ready") {
    return (
      <Button icon={<Play aria-hidden size={15} />} variant="primary" onPress={play}>
        {t("home.play")}
      </Button>
    );
  }
  if (live === "done") {
    return (
      <Button
        icon={<RotateCcw aria-hidden size={15} />}
        variant="primary"
        onPress={() => void reset().then(play)}
      >
        {t("home.again")}
      </Button>
    );
  }
  if (!replay) {
    return (
      <Button isDisabled icon={<Play aria-hidden size={15} />} variant="primary">
        {t("home.play")}
      </Button>
    );
  }
  const action = replay.moving ? "pause" : "again";
  return (
    <Button
      icon={replay.moving ? <Pause aria-hidden size={15} /> : <RotateCcw aria-hidden size={15} />}
      variant="primary"
      onPress={replay.toggle}
    >
      {t(`home.${action}`)}
    </Button>
  );
}
