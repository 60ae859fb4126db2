import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Later } from "../../components/Later";
import { usePageHead } from "../../components/page-head";
import { part } from "../../components/part";
import { imported } from "../../lib/imported";
import { useRaceStore } from "../../race-view/use-race";
import { followAddress } from "../../state/link-sync";
import { recordResults } from "../../state/record-results";
import { Answers } from "./Answers";
import { Figure } from "./Figure";
import { LaneList } from "./LaneList";
import { fetchLaneSettings } from "./LaneSettings";
import { LinkNotice, TaskNote } from "./Notices";
import { Sentence } from "./Sentence";
import "./below.css";

const Below = part(() => imported(() => import("./Below")).then((below) => below.Below));

/** Choose, watch, compare, ask; `children` are shown last, where there is room for a closer look at the race. */
export function Playground({ children }: { readonly children?: ReactNode }) {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  usePageHead(t("title"), t("description"));
  useEffect(() => {
    const leave = followAddress(store);
    if (store.getState().phase === "idle") void store.getState().open();
    return leave;
  }, [store]);
  useEffect(() => store.getState().attend(), [store]);
  useEffect(() => recordResults(store), [store]);
  useEffect(fetchLaneSettings, []);
  return (
    <>
      <h1 className="visually-hidden">{t("title")}</h1>
      <LinkNotice />
      <Sentence />
      <TaskNote />
      <div className="playground-race">
        <Later className="figure-room">
          <Figure />
        </Later>
        <Later className="lanes-room">
          <LaneList />
        </Later>
      </div>
      <Later className="answers-room">
        <Answers />
      </Later>
      <Later className="below-room">
        <Below />
      </Later>
      <Later className="inspect-room">{children}</Later>
    </>
  );
}
