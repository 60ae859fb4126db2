import { useState } from "react";
import { useTranslation } from "react-i18next";
import { curvesCsv } from "../../charts/curves-csv";
import { download } from "../../charts/download";
import { svgToPng } from "../../charts/export-png";
import { Button } from "../../components/Button";
import { useWords } from "../../i18n/words";
import { raceHash } from "../../state/link-sync";
import { useRace } from "../../state/race";
import { curvesOf, useLaneLooks } from "./use-lanes";

/** Takes the race along: picture, numbers, link. `picture` finds the drawing when asked. */
export function ExportBar({
  picture,
  title,
}: {
  readonly picture: () => SVGSVGElement | null;
  readonly title: string;
}) {
  const { t } = useTranslation("playground");
  const words = useWords();
  const looks = useLaneLooks();
  const draft = useRace((race) => race.draft);
  const empty = useRace((race) => race.info === null);
  const [message, setMessage] = useState("");
  const name = `${draft.base}-${draft.task}`;

  const savePicture = async (): Promise<void> => {
    const svg = picture();
    if (!svg) return;
    const caption = `${words.base(draft.base).name} · ${words.task(draft.task).name} · ${title}`;
    try {
      download(`${name}.png`, await svgToPng(svg, caption));
      setMessage(t("export.pngDone"));
    } catch {
      setMessage(t("export.pngFailed"));
    }
  };
  const saveNumbers = (): void => {
    const csv = curvesCsv(curvesOf(looks, useRace.getState().lanes));
    download(`${name}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
    setMessage(t("export.csvDone"));
  };
  const copyLink = async (): Promise<void> => {
    const link = `${location.href.split("#")[0]}${raceHash()}`;
    try {
      await navigator.clipboard.writeText(link);
      setMessage(t("export.linkDone"));
    } catch {
      setMessage(t("export.linkFailed"));
    }
  };
  return (
    <div className="exports">
      <p className="exports-message" role="status">
        {message}
      </p>
      <Button isDisabled={empty} label={t("export.png")} variant="quiet" onPress={() => void savePicture()}>
        PNG
      </Button>
      <Button isDisabled={empty} label={t("export.csv")} variant="quiet" onPress={saveNumbers}>
        CSV
      </Button>
      <Button label={t("export.link")} variant="quiet" onPress={() => void copyLink()}>
        {t("export.linkShort")}
      </Button>
    </div>
  );
}
