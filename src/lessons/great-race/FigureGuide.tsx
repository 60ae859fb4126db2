import { useState } from "react";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import styles from "./great-race.module.css";
import { useFigureWords } from "./words";

/** Three questions and what follows from the answers: where to begin, never a verdict. */
export function FigureGuide() {
  const text = useFigureWords();
  const [near, setNear] = useState("yes");
  const [serve, setServe] = useState("one");
  const [kind, setKind] = useState("text");
  const advice = [
    ...(kind === "class" && near === "yes" ? [text.adviceHead] : []),
    near === "yes" ? text.advicePrompt : text.adviceTeach,
    serve === "one" ? text.adviceMerge : text.adviceSwap,
    ...(serve === "many" && near === "yes" ? [text.adviceScarce] : []),
  ];
  return (
    <Card className={styles.raceGuide} title={text.guide}>
      <p>{text.near}</p>
      <Segmented
        items={[
          { id: "yes", label: text.nearYes },
          { id: "no", label: text.nearNo },
        ]}
        label={text.near}
        value={near}
        onChange={setNear}
      />
      <p>{text.serve}</p>
      <Segmented
        items={[
          { id: "one", label: text.serveOne },
          { id: "many", label: text.serveMany },
        ]}
        label={text.serve}
        value={serve}
        onChange={setServe}
      />
      <p>{text.kind}</p>
      <Segmented
        items={[
          { id: "class", label: text.kindClass },
          { id: "text", label: text.kindText },
        ]}
        label={text.kind}
        value={kind}
        onChange={setKind}
      />
      <section aria-label={text.advice} aria-live="polite" className={styles.raceAdvice}>
        <h3>{text.advice}</h3>
        <ul>
          {advice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </Card>
  );
}
