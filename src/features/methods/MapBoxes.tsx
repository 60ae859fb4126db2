import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Base } from "../../bases/base";
import { MethodSwatch } from "../../components/MethodSwatch";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { defaultOptions } from "../../lib/options";
import { findMethod, methods } from "../../methods/index";
import styles from "./map.module.css";
import { aliases, boxes, groupsOf, outsideOf } from "./map-groups";

export interface MapBoxesProps {
  /** The base whose numbers are counted. */
  readonly base: Base;
  /** Ids of the methods that fit what was asked; the others are dimmed. */
  readonly fitting: readonly string[];
}

/** The three boxes with their methods, and below them what fits in none. */
export function MapBoxes({ base, fitting }: MapBoxesProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const entry = (id: string) => <Entry key={id} base={base} fits={fitting.includes(id)} id={id} />;
  const noted = (note: "full" | "ia3" | "adapter-bias") => t(`map.notes.${note}`);
  return (
    <>
      <div className={styles.boxes}>
        {boxes.map((box) => (
          <section key={box} className={styles.box} aria-labelledby={`box-${box}`}>
            <h3 id={`box-${box}`}>{t(`map.boxes.${box}.title`)}</h3>
            <p>{t(`map.boxes.${box}.text`)}</p>
            {groupsOf(box, methods).map(({ id, methods: members }) => {
              const alias = findMethod(aliases[id] ?? "");
              return (
                <div key={id}>
                  <h4 id={`group-${id}`}>{t(`map.groups.${id}`)}</h4>
                  <ul aria-labelledby={`group-${id}`}>
                    {members.map(entry)}
                    {alias && (
                      <li className={`${styles.entry} ${styles.entryAlias}`}>
                        <Link href={`/methods/${alias.id}`}>
                          {t("map.alias", { method: words.method(alias.id).name })}
                        </Link>
                      </li>
                    )}
                  </ul>
                </div>
              );
            })}
          </section>
        ))}
      </div>
      <section className={`${styles.box} ${styles.outside}`} aria-labelledby="box-outside">
        <h3 id="box-outside">{t("map.outside.title")}</h3>
        <p>{t("map.outside.text")}</p>
        <ul>
          {outsideOf(methods).map((id) => (
            <li key={id}>
              <ul>{entry(id)}</ul>
              {(id === "full" || id === "ia3") && <p>{noted(id)}</p>}
            </li>
          ))}
          {findMethod("adapter-bias") && (
            <li>
              <ul>{entry("adapter-bias")}</ul>
              <p>{noted("adapter-bias")}</p>
            </li>
          )}
        </ul>
      </section>
    </>
  );
}

interface EntryProps {
  readonly id: string;
  readonly base: Base;
  readonly fits: boolean;
}

/** A method by name, with the numbers it trains. */
function Entry({ id, base, fits }: EntryProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const numbers = useNumbers();
  const method = findMethod(id);
  if (!method) return null;
  const { trained } = method.count(base.config, defaultOptions(method.options));
  return (
    <li className={styles.entry} data-fits={fits}>
      <Link href={`/methods/${id}`}>
        <MethodSwatch id={id} />
        <span>{words.method(id).name}</span>
      </Link>
      {!fits && <span className="visually-hidden">{t("filters.out")}</span>}
      <span className={`${styles.entryCount} tabular`}>{numbers.count(trained)}</span>
    </li>
  );
}
