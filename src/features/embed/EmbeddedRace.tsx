import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { usePageHead } from "../../components/page-head";
import { useWords } from "../../i18n/words";
import { readEmbedView } from "../../race-view/embed-query";
import { RaceCurves } from "../../race-view/RaceCurves";
import { Transport } from "../../race-view/Transport";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { useRaceDrive } from "../../race-view/use-race-drive";
import { useAddressQuery } from "../../state/address-query";
import { racePlace } from "../../state/link-sync";
import { EmbedFrame } from "./EmbedFrame";
import styles from "./EmbedFrame.module.css";
import { raceResult } from "./embed-messages";
import { useParentPage } from "./use-parent-page";
import { useWhileSeen } from "./use-while-seen";

/** The race of the address, with its transport and curves. */
export function EmbeddedRace() {
  const { t } = useTranslation(["embed", "playground"]);
  const words = useWords();
  const store = useRaceStore();
  const [query] = useAddressQuery("/embed/race");
  const { hide, theme, rest } = readEmbedView(query);
  const draft = useRace((race) => race.draft);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rest !== "") store.getState().followLink(rest);
    if (store.getState().phase === "idle") void store.getState().open();
  }, [store, rest]);
  useWhileSeen(store);
  useParentPage(store, raceResult);
  const title = t("embed:race", {
    base: words.base(draft.base).name,
    task: words.task(draft.task).name,
    steps: draft.steps,
  });
  usePageHead(title, t("playground:description"));
  return (
    <EmbedFrame place={racePlace(draft)} theme={theme}>
      <h1 className={hide.includes("title") ? "visually-hidden" : styles.title}>{title}</h1>
      <Card
        aside={hide.includes("transport") ? undefined : <RaceTransport />}
        className={styles.figure}
        hideTitle
        title={t("playground:loss.heldOutTitle")}
      >
        <RaceCurves frame={stage} kind="heldOut" scale="log" />
      </Card>
    </EmbedFrame>
  );
}

/** Drawn at every step, the rest of the figure is not. */
function RaceTransport() {
  return <Transport drive={useRaceDrive()} />;
}
