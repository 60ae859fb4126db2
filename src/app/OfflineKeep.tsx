import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useNumbers } from "../i18n/numbers";
import { keepAllOffline, measureOffline } from "./offline";
import { useOffline } from "./offline-state";

/** Keeps the whole site in this browser, so that a class can go on where there is no network. */
export function OfflineKeep() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { isPossible, size, keeping, hasFailed } = useOffline();
  useEffect(() => void measureOffline(), []);
  if (!isPossible) return null;
  const isBusy = keeping !== null && !hasFailed && keeping.done < keeping.all;
  const isDone = keeping !== null && keeping.done >= keeping.all;
  const megabytes = (bytes: number): string => numbers.count(Math.ceil(bytes / 1e6));
  return (
    <div>
      <Button isDisabled={isBusy || isDone} onPress={() => void keepAllOffline()}>
        {size === null ? t("offline.keep") : t("offline.keepSize", { megabytes: megabytes(size) })}
      </Button>
      {isBusy && (
        <progress
          aria-label={t("offline.keep")}
          className="offline-progress"
          max={keeping.all}
          value={keeping.done}
        />
      )}
      <p className="field-hint" role="status">
        {hasFailed
          ? t("offline.failed")
          : isDone
            ? t("offline.done")
            : isBusy
              ? t("offline.busy", { done: megabytes(keeping.done), all: megabytes(keeping.all) })
              : t("offline.hint")}
      </p>
    </div>
  );
}
