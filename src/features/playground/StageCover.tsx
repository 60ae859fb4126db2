import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { useRace } from "../../race-view/use-race";

/** What lies over the chart while there is nothing to see yet: how far loading is, or what went wrong and what to do. */
export function StageCover() {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const numbers = useNumbers();
  const phase = useRace((race) => race.phase);
  const loading = useRace((race) => race.loading);
  const failure = useRace((race) => race.failure);
  const open = useRace((race) => race.open);
  if (phase === "failed" && failure) {
    return (
      <div className="stage-cover" role="alert">
        <p>{failureText(failure, t, words)}</p>
        <p className="soft small">{t("stage.kept")}</p>
        <Button variant="primary" onPress={() => void open()}>
          {t("stage.again")}
        </Button>
      </div>
    );
  }
  if (phase !== "loading" && phase !== "idle") return null;
  return (
    <div className="stage-cover">
      <p id="stage-loading">{t(`stage.loading.${loading.what}`, { share: numbers.score(loading.share) })}</p>
      <progress aria-labelledby="stage-loading" max={1} value={loading.share} />
    </div>
  );
}
