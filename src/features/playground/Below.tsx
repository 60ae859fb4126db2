import { useState } from "react";
import { Later } from "../../components/Later";
import type { ForgettingMeasure } from "../../state/forgetting";
import { Forgetting } from "./Forgetting";
import { Gain } from "./Gain";
import { Pareto } from "./Pareto";
import { TrainedParameters } from "./TrainedParameters";

/** What a race means, below its curves: where it trains, what was forgotten, what was gained for how many numbers. */
export function Below() {
  const [measure, setMeasure] = useState<ForgettingMeasure>("exact");
  return (
    <div className="playground-below">
      <Later className="card-room">
        <TrainedParameters />
      </Later>
      <Later className="card-room">
        <Forgetting measure={measure} onMeasure={setMeasure} />
      </Later>
      <Later className="card-room">
        <Pareto />
      </Later>
      <Later className="card-room">
        <Gain measure={measure} onMeasure={setMeasure} />
      </Later>
    </div>
  );
}
