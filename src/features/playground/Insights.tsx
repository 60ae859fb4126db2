import { useState } from "react";
import { LazySection } from "../../components/LazySection";
import type { ForgettingMeasure } from "../../state/forgetting";
import { Forgetting } from "./Forgetting";
import { Improvement } from "./Improvement";
import { Pareto } from "./Pareto";
import { TrainedParameters } from "./TrainedParameters";

/** What a race means, below its curves: where it trains, what was forgotten, what was gained for how many numbers. */
export function Insights() {
  const [measure, setMeasure] = useState<ForgettingMeasure>("exact");
  return (
    <div className="playground-below">
      <LazySection className="card-room">
        <TrainedParameters />
      </LazySection>
      <LazySection className="card-room">
        <Forgetting measure={measure} onMeasure={setMeasure} />
      </LazySection>
      <LazySection className="card-room">
        <Pareto />
      </LazySection>
      <LazySection className="card-room">
        <Improvement measure={measure} onMeasure={setMeasure} />
      </LazySection>
    </div>
  );
}
