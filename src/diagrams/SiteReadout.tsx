import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";
import styles from "./diagrams.module.css";
import type { DrawnSite } from "./site-parts";

const shownParts = 7;

/** What the pointer or the keyboard is on: each tensor with its shape and count. Its room is kept when empty. */
export function SiteReadout({ site }: { readonly site: DrawnSite | undefined }) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  if (!site) return <p className={`${styles.readout} soft`}>{t("diagram.hint")}</p>;
  const { place, own, added } = site;
  const trains = new Set(own.filter((part) => part.trained).map(({ name }) => name));
  const rows = [
    ...Object.entries(place.parameters).map(([name, shape]) => ({
      name,
      shape,
      state: trains.has(name) ? ("moved" as const) : ("frozen" as const),
    })),
    ...added.map((part) => ({ name: part.name, shape: part.shape, state: stateOf(part) })),
  ];
  return (
    <div className={styles.readout}>
      <b>{t(`diagram.sites.${place.words}`)}</b>
      <ul>
        {rows.slice(0, shownParts).map(({ name, shape, state }) => (
          <li key={name} data-state={state}>
            <code>{name.replace(/^blocks\.\d+\./, "")}</code>{" "}
            <span>
              {shape.length > 1 ? `${shape.join(" × ")} = ` : ""}
              {numbers.count(sizeOf(shape))}, {t(`diagram.states.${state}`)}
            </span>
          </li>
        ))}
        {rows.length > shownParts && <li>{t("diagram.more", { count: rows.length - shownParts })}</li>}
      </ul>
    </div>
  );
}

function stateOf({ trained, kept, stored }: Part): "trained" | "dropped" | "made" | "drawn" {
  if (trained) return kept ? "trained" : "dropped";
  return stored ? "drawn" : "made";
}
