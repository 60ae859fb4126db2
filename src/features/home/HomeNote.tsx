import { useTranslation } from "react-i18next";
import { backendText } from "../../i18n/backend-words";
import { useRace } from "../../race-view/use-race";
import styles from "./home.module.css";
import type { LiveStatus } from "./live-race";
import type { RecordedRun } from "./recorded-run";

export interface HomeNoteProps {
  readonly live: LiveStatus;
  readonly hasLive: boolean;
  /** null where there is no recording. */
  readonly run: RecordedRun | null;
}

/** Where the lines of Home come from, and what comes next. */
export function HomeNote({ live, hasLive, run }: HomeNoteProps) {
  const { t } = useTranslation();
  const backend = useRace((race) => race.backend);
  const place = hasLive && backend ? { backend: t(`backend.names.${backend.name}`) } : null;
  const pending = pendingNote(live);
  return (
    <p className={styles.note}>
      <span>
        {run
          ? t("home.recordedNote", { backend: backendText(run.made.backend, t), date: run.made.date })
          : t("home.missing")}
      </span>
      <span>
        {place
          ? t(run ? "home.liveNote" : "home.alone.liveNote", place)
          : t(run || pending === "liveReady" ? `home.${pending}` : `home.alone.${pending}`)}
      </span>
    </p>
  );
}

function pendingNote(live: LiveStatus): "livePending" | "liveReady" | "liveFailed" | "ownRace" {
  if (live === "elsewhere") return "ownRace";
  if (live === "failed") return "liveFailed";
  return live === "ready" ? "liveReady" : "livePending";
}
