import { Pause, Play, RotateCcw, StepForward } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import styles from "./Transport.module.css";

/** Something that moves and can be halted: a race, or the recording of one. */
export interface Drive {
  /** closed: it cannot be moved yet. */
  readonly phase: "closed" | "paused" | "running" | "done";
  /** Goes on; from the start where it is done. */
  play(): void;
  pause(): void;
  /** One step of every lane. null: not now; left out: there is no such button. */
  readonly stepOnce?: (() => void) | null;
  /** Back to the start. */
  readonly reset?: (() => void) | null;
}

export interface TransportProps {
  readonly drive: Drive;
  /** What the first button says where "Play", "Pause" and "Run again" say too little. */
  readonly labels?: Partial<Readonly<Record<"play" | "pause" | "again", string>>>;
}

/** Play or pause; one step and back to the start, where the drive has them. */
export function Transport({ drive, labels = {} }: TransportProps) {
  const { t } = useTranslation("playground");
  const { phase, play, pause, stepOnce, reset } = drive;
  const action = phase === "running" ? "pause" : phase === "done" ? "again" : "play";
  return (
    <fieldset
      aria-label={t("transport.label")}
      className={styles.transport}
      data-part="transport"
      data-worded={labels.play !== undefined}
    >
      <Button
        className={styles.play}
        icon={icons[action]}
        isDisabled={phase === "closed"}
        variant="primary"
        onPress={action === "pause" ? pause : play}
      >
        {labels[action] ?? t(`transport.${action}`)}
      </Button>
      {stepOnce !== undefined && (
        <Button
          icon={<StepForward aria-hidden size={16} />}
          isDisabled={stepOnce === null}
          onPress={() => stepOnce?.()}
        >
          {t("transport.step")}
        </Button>
      )}
      {reset !== undefined && (
        <Button
          icon={<RotateCcw aria-hidden size={15} />}
          isDisabled={reset === null}
          onPress={() => reset?.()}
        >
          {t("transport.reset")}
        </Button>
      )}
    </fieldset>
  );
}

const icons = {
  play: <Play aria-hidden fill="currentColor" size={15} />,
  pause: <Pause aria-hidden fill="currentColor" size={15} />,
  again: <RotateCcw aria-hidden size={16} />,
};
