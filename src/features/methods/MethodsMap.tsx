import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { bases, findBase } from "../../bases/index";
import { Picker } from "../../components/Picker";
import { usePageHead } from "../../components/page-head";
import { useBaseItems } from "../../components/use-base-items";
import { methods } from "../../methods/index";
import { BlockGallery } from "./BlockGallery";
import { Comparison } from "./Comparison";
import { MapBoxes } from "./MapBoxes";
import { MapFilters } from "./MapFilters";
import styles from "./map.module.css";
import { fits } from "./questions";
import { SoftPrompts } from "./SoftPrompts";
import { useMapView } from "./use-map-view";
import { useMethodFacts } from "./use-method-facts";

/** All methods on one map: sorted, asked, compared, drawn side by side. */
export function MethodsMap() {
  const { t } = useTranslation("map");
  const { t: tApp } = useTranslation();
  const items = useBaseItems();
  const [view, change] = useMapView();
  const facts = useMethodFacts();
  usePageHead(tApp("methods.title"), t("lead", { count: methods.length }));
  const base = findBase(view.base) ?? bases[0];
  if (!base) return null;
  const { kind } = base.config;
  const fitting = methods.map(({ id }) => id).filter((id) => !facts || fits(view.wanted, facts[id]?.[kind]));
  const toggle = (id: string): void =>
    change({
      compare: view.compare.includes(id)
        ? view.compare.filter((other) => other !== id)
        : [...view.compare, id],
    });
  return (
    <>
      <div className="page-head">
        <h1>{tApp("methods.title")}</h1>
        <p>{t("lead", { count: methods.length })}</p>
        <p>
          <Link href="/which-method">{tApp("whichMethod")}</Link>
        </p>
        <Picker
          items={items}
          label={tApp("methods.base")}
          value={view.base}
          variant="field"
          onChange={(id) => change({ base: id })}
        />
      </div>
      <section className={styles.section} aria-labelledby="map-title">
        <h2 id="map-title">{t("map.title")}</h2>
        <p className={`soft ${styles.note}`}>{t("map.source")}</p>
        <MapFilters
          facts={facts}
          fitting={fitting}
          kind={kind}
          wanted={view.wanted}
          onChange={(wanted) => change({ wanted })}
          onCompare={(compare) => change({ compare })}
        />
        <MapBoxes base={base} fitting={fitting} />
      </section>
      <Comparison base={base} chosen={view.compare} facts={facts} onToggle={toggle} />
      <BlockGallery base={base} chosen={view.compare} fitting={fitting} onToggle={toggle} />
      <SoftPrompts base={base} soft={view.soft} onChange={(soft) => change({ soft })} />
    </>
  );
}
