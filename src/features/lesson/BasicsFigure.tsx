import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import type { StepFigure } from "../../lessons/lesson";
import { Badge } from "../../race-view/Badge";
import { StageCover } from "../../race-view/StageCover";
import { useRace } from "../../race-view/use-race";
import styles from "./basics.module.css";
import { GuessPart } from "./GuessPart";
import { raceOfStep } from "./race-of";
import { StepPart } from "./StepPart";
import { SurprisePart } from "./SurprisePart";
import { useStep } from "./step-context";
import { TokensPart } from "./TokensPart";
import { useStepRace } from "./use-step-race";

const parts = { tokens: TokensPart, guess: GuessPart, surprise: SurprisePart, step: StepPart };

/** One question to a base, asked live. Nothing is trained: a race is only opened, for its base. */
export function BasicsFigure({
  figure,
}: {
  readonly figure: Extract<StepFigure, { readonly kind: "basics" }>;
}) {
  const { t } = useTranslation("lessons");
  const { lesson } = useStep();
  const spec = useMemo(() => raceOfStep(lesson.claims, [figure.run]), [lesson, figure]);
  const { isOurs } = useStepRace(spec, { isFresh: false, isWanted: false });
  const isOpen = useRace(
    ({ phase, info }) => isOurs && info !== null && phase !== "loading" && phase !== "failed",
  );
  const backend = useRace((race) => race.backend);
  const Part = parts[figure.part];
  return (
    <Card
      aside={
        <Badge isLive={isOpen}>
          {isOpen && backend ? t("figure.live", { backend: backend.name }) : t("figure.opening")}
        </Badge>
      }
      title={t(`basics.${figure.part}.title`)}
    >
      <div className={styles.stage}>
        <Part isOpen={isOpen} />
        {isOurs && <StageCover hidesLoading />}
      </div>
    </Card>
  );
}
