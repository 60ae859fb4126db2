import { useTranslation } from "react-i18next";
import { NativeButton } from "../components/NativeButton";
import { useRace } from "../race-view/use-race";
import { useOffline } from "./offline-state";

/** Says that a new version of the site is there. Loading it ends what runs, so it waits until nothing does. */
export function UpdateNotice() {
  const { t } = useTranslation();
  const update = useOffline((offline) => offline.update);
  const isRunning = useRace((race) => race.phase === "running");
  if (!update || isRunning) return null;
  return (
    <div className="update-notice" role="status">
      {t("offline.update")} <NativeButton onPress={update}>{t("offline.load")}</NativeButton>
    </div>
  );
}
