import type { CSSProperties } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Base } from "../../bases/base";
import { LazySection } from "../../components/LazySection";
import { methodAppearance } from "../../components/method-appearance";
import { BlockThumbnail } from "../../diagrams/BlockThumbnail";
import { useWhere } from "../../diagrams/use-where";
import { useWords } from "../../i18n/words";
import { defaultOptions } from "../../lib/options";
import { methods } from "../../methods/index";
import { blocksOf } from "../../model/sites";
import galleryStyles from "./gallery.module.css";
import styles from "./map.module.css";
import { inMapOrder } from "./map-groups";
import { mostCompared } from "./map-query";

export interface BlockGalleryProps {
  readonly base: Base;
  /** Ids of the methods compared above. */
  readonly chosen: readonly string[];
  /** Ids of the methods that fit what was asked; the others are dimmed. */
  readonly fitting: readonly string[];
  readonly onToggle: (id: string) => void;
}

/** The picture of the block for every method, side by side. Each is drawn when it comes into view. */
export function BlockGallery({ base, chosen, fitting, onToggle }: BlockGalleryProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const where = useWhere();
  const { config } = base;
  return (
    <section className={styles.section} aria-labelledby="gallery-title">
      <h2 id="gallery-title">{t("gallery.title")}</h2>
      <p className={`soft ${styles.note}`}>{t("gallery.lead")}</p>
      <ul className={galleryStyles.gallery}>
        {inMapOrder(methods).map((method) => {
          const { id } = method;
          const parts = method.parts(config, defaultOptions(method.options));
          const place = where(config, parts);
          const { color } = methodAppearance(id);
          return (
            <li key={id} data-fits={fitting.includes(id)} style={{ "--lane": color } as CSSProperties}>
              <h3>
                <Link href={`/methods/${id}`}>{words.method(id).short}</Link>
              </h3>
              {!fitting.includes(id) && <span className="visually-hidden">{t("filters.out")}</span>}
              <LazySection when="seen" className={galleryStyles.picture}>
                <BlockThumbnail
                  color={color}
                  config={config}
                  label={t("gallery.picture", { method: words.method(id).name, where: place })}
                  layer={blocksOf(config).length - 1}
                  parts={parts}
                />
              </LazySection>
              <p className="soft">{place}</p>
              <ToggleButton
                aria-label={`${t("gallery.add")}: ${words.method(id).short}`}
                className={`button ${galleryStyles.toggle}`}
                isDisabled={chosen.length >= mostCompared && !chosen.includes(id)}
                isSelected={chosen.includes(id)}
                onChange={() => onToggle(id)}
              >
                {t(chosen.includes(id) ? "gallery.added" : "gallery.add")}
              </ToggleButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
