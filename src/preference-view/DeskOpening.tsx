import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useWords } from "../i18n/words";
import { failureText } from "../race-view/failure-text";
import { useRace, useRaceStore } from "../race-view/use-race";
import styles from "./DeskOpening.module.css";

/** In place of a pair: the base is about to write sentences, or what keeps it from writing. */
export function DeskOpening() {
  const { t } = useTranslation("preferences");
  const { t: say } = useTranslation(["playground", "app"]);
  const words = useWords();
  const store = useRaceStore();
  const failure = useRace((race) => (race.phase === "failed" ? race.failure : null));
  return (
    <div className={styles.opening}>
      {failure ? (
        <>
          <p role="alert">{failureText(failure, say, words)}</p>
          <Button variant="primary" onPress={() => void store.getState().open()}>
            {say("stage.again")}
          </Button>
        </>
      ) : (
        <p className="soft">{t("opening")}</p>
      )}
    </div>
  );
}
