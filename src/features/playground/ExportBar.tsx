import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { curvesCsv } from "../../charts/curves-csv";
import { download } from "../../charts/download";
import { svgToPng } from "../../charts/export-png";
import { Button } from "../../components/Button";
import { copyText } from "../../components/copy-text";
import { useLanguage } from "../../i18n/use-language";
import { useWords } from "../../i18n/words";
import { ShareButton } from "../../race-view/ShareButton";
import { curvesOf, useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { fullAddress } from "../../state/address";
import { racePlace } from "../../state/link-sync";
import styles from "./figure.module.css";

const shownMs = 6000;

/** Takes the race along: picture, numbers, link. `picture` finds the drawing when asked. */
export function ExportBar({
  picture,
  title,
}: {
  readonly picture: () => SVGSVGElement | null;
  readonly title: string;
}) {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  const words = useWords();
  const language = useLanguage();
  const laneStyles = useLaneStyles();
  const draft = useRace((race) => race.draft);
  const place = racePlace(draft);
  const empty = useRace((race) => race.info === null);
  const [said, say] = useState<"pngDone" | "pngFailed" | "csvDone" | "linkDone" | "linkFailed" | null>(null);
  const name = `${draft.base}-${draft.task}`;

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => say(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);

  const savePicture = async (): Promise<void> => {
    const svg = picture();
    if (!svg) return;
    const caption = `${words.base(draft.base).name} · ${words.task(draft.task).name} · ${title}`;
    try {
      download(`${name}.png`, await svgToPng(svg, caption));
      say("pngDone");
    } catch {
      say("pngFailed");
    }
  };
  const saveNumbers = (): void => {
    const csv = curvesCsv(curvesOf(laneStyles, store.getState().lanes));
    download(`${name}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
    say("csvDone");
  };
  const copyLink = async (): Promise<void> => {
    const link = fullAddress(place, language);
    say((await copyText(link)) ? "linkDone" : "linkFailed");
  };
  return (
    <div className={styles.exports}>
      <div className={styles.exportsButtons}>
        <Button isDisabled={empty} label={t("export.png")} variant="quiet" onPress={() => void savePicture()}>
          PNG
        </Button>
        <Button isDisabled={empty} label={t("export.csv")} variant="quiet" onPress={saveNumbers}>
          CSV
        </Button>
        <Button label={t("export.link")} variant="quiet" onPress={() => void copyLink()}>
          {t("export.linkShort")}
        </Button>
        <ShareButton figure={place.replace("/playground", "/embed/race")} kind="race" place={place} />
      </div>
      <p className={styles.exportsMessage} role="status">
        {said && t(`export.${said}`)}
      </p>
    </div>
  );
}
