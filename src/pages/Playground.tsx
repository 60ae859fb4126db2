import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Later } from "../components/Later";
import type { ForgettingMeasure } from "../state/forgetting";
import { followAddress } from "../state/link-sync";
import { useRace } from "../state/race";
import { recordResults } from "../state/record-results";
import { CloserLook } from "./closer/CloserLook";
import { usePageHead } from "./page-head";
import { Answers } from "./playground/Answers";
import { Figure } from "./playground/Figure";
import { Forgot } from "./playground/Forgot";
import { Gain } from "./playground/Gain";
import { LaneList } from "./playground/LaneList";
import { LinkNotice, TaskNote } from "./playground/Notices";
import { Pareto } from "./playground/Pareto";
import { Sentence } from "./playground/Sentence";
import { WhatMoves } from "./playground/WhatMoves";

/** Choose, watch, compare, ask. */
export function Playground() {
  const { t } = useTranslation("playground");
  usePageHead(t("title"), t("description"));
  const [measure, setMeasure] = useState<ForgettingMeasure>("exact");
  useEffect(() => {
    const leave = followAddress();
    if (useRace.getState().phase === "idle") void useRace.getState().open();
    return leave;
  }, []);
  useEffect(recordResults, []);
  return (
    <>
      <h1 className="visually-hidden">{t("title")}</h1>
      <LinkNotice />
      <Sentence />
      <TaskNote />
      <div className="playground-race">
        <Figure />
        <LaneList />
      </div>
      <Later className="answers-room">
        <Answers />
      </Later>
      <div className="playground-below">
        <Later className="card-room">
          <WhatMoves />
        </Later>
        <Later className="card-room">
          <Forgot measure={measure} onMeasure={setMeasure} />
        </Later>
        <Later className="card-room">
          <Pareto />
        </Later>
        <Later className="card-room">
          <Gain measure={measure} onMeasure={setMeasure} />
        </Later>
      </div>
      <Later className="closer-room">
        <CloserLook />
      </Later>
    </>
  );
}
