import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { type Choice, fewestClicks, mostChoices, withChoices, withoutLast } from "../state/preference-desk";
import { DeskOpening } from "./DeskOpening";
import { DeskTools } from "./DeskTools";
import styles from "./LabellingDesk.module.css";
import { PairButton } from "./PairButton";
import { pairAt, placeOfPair, sentencesAtOnce } from "./pairs";
import { readable } from "./sentence-text";
import { TastePicker } from "./TastePicker";
import { useDesk } from "./use-desk";
import { useSentencesAhead } from "./use-sentences";

/** Two sentences of the base: which do you like better? Keys, taps and swipes choose; every choice is kept. */
export function LabellingDesk() {
  const { t } = useTranslation("preferences");
  const { language, desk, clicks, change } = useDesk();
  const [said, setSaid] = useState("");
  const own = desk.choices.filter(({ by }) => by === "you");
  const { seed, place } = placeOfPair(own.length);
  const pair = pairAt(useSentencesAhead(language.id, seed, sentencesAtOnce), place);
  const keyed = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const isThere = pair !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the pair or the choices are others
  useLayoutEffect(() => {
    // The button that had the focus is gone, or there is nothing more for it to do: the keys go on working.
    const { activeElement, body } = document;
    const isLost = activeElement === body || activeElement?.matches(":disabled");
    if (hadFocus.current && isLost) keyed.current?.focus();
  }, [isThere, desk]);
  const missing = fewestClicks - clicks.length;
  const isFull = desk.choices.length >= mostChoices;

  const choose = (chosen: Choice["chosen"]): void => {
    if (!pair || isFull) return;
    const [one, other] = pair;
    change((now) => withChoices(now, [{ one, other, chosen, by: "you" }]));
    const text = chosen === "other" ? other : one;
    setSaid(chosen === null ? t("desk.skipped") : t("desk.done", { sentence: readable(language, text) }));
  };
  const undo = (): void => {
    change(withoutLast);
    setSaid(t("desk.undone"));
  };
  const press = (event: KeyboardEvent): void => {
    // A key that is held would choose blindly.
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = { "1": () => choose("one"), "2": () => choose("other"), "3": () => choose(null), u: undo }[
      event.key.toLowerCase()
    ];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <Card
      aside={<span className="tabular">{t("desk.pair", { count: own.length + 1 })}</span>}
      title={t("desk.title")}
    >
      <div className={styles.desk}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are short cuts of the buttons inside */}
        <div
          ref={keyed}
          className={styles.keyed}
          tabIndex={-1}
          onFocus={() => {
            hadFocus.current = true;
          }}
          onKeyDown={press}
        >
          <div className={styles.pair} data-part="pair">
            {pair ? (
              (["one", "other"] as const).map((side, i) => (
                <PairButton
                  key={side}
                  label={t("desk.choose", { key: i + 1, sentence: readable(language, pair[i]!) })}
                  mark={String(i + 1)}
                  sentence={readable(language, pair[i]!)}
                  onChoose={() => choose(side)}
                  onSwipe={(right) => choose(right ? "other" : "one")}
                />
              ))
            ) : (
              <DeskOpening />
            )}
          </div>
          <DeskTools canSkip={pair !== null && !isFull} onSkip={() => choose(null)} onUndo={undo} />
        </div>
        <p className={styles.count} data-part="count">
          <b>{t("desk.count", { count: clicks.length })}</b>{" "}
          <span className="soft">
            {t("desk.of", {
              own: own.filter(({ chosen }) => chosen !== null).length,
              reader: desk.choices.length - own.length,
              skipped: own.filter(({ chosen }) => chosen === null).length,
            })}
          </span>{" "}
          {missing > 0 && t("desk.missing", { count: missing })}
          {isFull && t("desk.full", { count: mostChoices })}
        </p>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <TastePicker />
        <p className="small soft">{t("desk.keys")}</p>
      </div>
    </Card>
  );
}
