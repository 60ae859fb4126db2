import { useState } from "react";
import { LazySection } from "../../components/LazySection";
import type { ForgettingMeasure } from "../../state/forgetting";
import { Forgetting } from "./Forgetting";
import { Improvement } from "./Improvement";
import styles from "./Insights.module.css";
import { Pareto } from "./Pareto";
import { TrainedParameters } from "./TrainedParameters";

/** What a race means, below its curves: where it trains, what was forgotten, what was gained for how many numbers. */
export function Insights() {
  const [measure, setMeasure] = useState<ForgettingMeasure>("exact");
  return (
    <div className={styles.insights}>
      <LazySection className={styles.card}>
        <TrainedParameters />
      </LazySection>
      <LazySection className={styles.card}>
        <Forgetting measure={measure} onMeasure={setMeasure} />
      </LazySection>
      <LazySection className={styles.card}>
        <Pareto />
      </LazySection>
      <LazySection className={styles.card}>
        <Improvement measure={measure} onMeasure={setMeasure} />
      </LazySection>
    </div>
  );
}
