import { Link } from "wouter";
import { Card } from "../../components/Card";
import { MethodSwatch } from "../../components/MethodSwatch";
import { useWords } from "../../i18n/words";
import { methods } from "../../methods/index";
import styles from "./great-race.module.css";
import { useFigureWords } from "./words";

const boxes = ["addition", "specification", "reparameterization"] as const;

/** Every method in its family; each leads to its own page. */
export function FigureMap() {
  const text = useFigureWords();
  const words = useWords();
  const inBoxes = new Set<string>(boxes);
  const rest = methods.filter(({ family }) => !inBoxes.has(family));
  return (
    <Card title={text.map}>
      {[...boxes, "other" as const].map((box) => (
        <section key={box} className={styles.raceBox}>
          <h3>{text[box]}</h3>
          <p className="soft small">{text[`${box}Text`]}</p>
          <ul>
            {(box === "other" ? rest : methods.filter(({ family }) => family === box)).map(({ id }) => (
              <li key={id}>
                <MethodSwatch id={id} />
                <Link href={`/methods/${id}`}>{words.method(id).short}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
