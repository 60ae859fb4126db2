import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";
import type { ModelConfig } from "../model/config";
import { blocksOf } from "../model/sites";
import { drawing } from "./block-layout";
import styles from "./diagrams.module.css";
import { Hatch } from "./Hatch";
import { SiteReadout } from "./SiteReadout";
import { SiteShape } from "./SiteShape";
import { type DrawnSite, drawnSites } from "./site-parts";

export interface BlockDiagramProps {
  readonly config: ModelConfig;
  /** What the method makes: `method.parts(config, options)`. The drawing knows nothing else of the method. */
  readonly parts: readonly Part[];
  /** The method's colour, any CSS colour. */
  readonly color: string;
  /** The block shown, from 0. */
  readonly layer: number;
  /** Lower than it would be in all the width there is. */
  readonly isLow?: boolean;
  /** What stands beside the drawing, above what is said of the part in focus. */
  readonly children?: ReactNode;
}

/** One block of the transformer: outlined is frozen, filled is trained, hatched is trained and thrown away afterwards. */
export function BlockDiagram({ config, parts, color, layer, isLow = false, children }: BlockDiagramProps) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const pattern = useId();
  const shapes = useRef(new Map<string, SVGGElement>());
  const sites = useMemo(() => drawnSites(config, layer, parts), [config, layer, parts]);
  const [active, setActive] = useState<string | null>(null);
  const reachable = sites.find(({ place }) => place.site === active) ?? sites[0];

  const move = (event: KeyboardEvent, from: number): void => {
    const way = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const next = sites[(from + way + sites.length) % sites.length];
    if (next) shapes.current.get(next.place.site)?.focus();
  };
  const describe = ({ place, frozen, own, added }: DrawnSite): string => {
    const trained = [...own, ...added]
      .filter((part) => part.trained)
      .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    return t("diagram.described", {
      site: t(`diagram.sites.${place.words}`),
      frozen: numbers.count(frozen),
      trained: numbers.count(trained),
    });
  };
  return (
    <div className={styles.diagram} style={{ "--lane": color } as React.CSSProperties}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        aria-label={t("diagram.label", { layer: layer + 1, layers: blocksOf(config).length })}
        className={`${styles.drawing} ${isLow ? styles.low : ""}`}
        role="group"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <defs>
          <Hatch id={pattern} />
        </defs>
        <Frame caption={t("diagram.block", { layer: layer + 1, layers: blocksOf(config).length })} />
        {sites.map((site, i) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={site.place.site}
            ref={(shape) => {
              if (shape) shapes.current.set(site.place.site, shape);
              else shapes.current.delete(site.place.site);
            }}
            aria-label={describe(site)}
            className={styles.site}
            data-active={site.place.site === active}
            role="button"
            tabIndex={site === reachable ? 0 : -1}
            onClick={() => setActive(site.place.site)}
            onFocus={() => setActive(site.place.site)}
            onKeyDown={(event) => move(event, i)}
            onPointerEnter={() => setActive(site.place.site)}
          >
            <SiteShape hatch={`url(#${pattern})`} site={site} />
          </g>
        ))}
      </svg>
      <div className={styles.words}>
        {children}
        <SiteReadout site={sites.find(({ place }) => place.site === active)} />
      </div>
    </div>
  );
}

/** What never changes: the residual stream with its two branches, and the frame of the block. */
function Frame({ caption }: { readonly caption: string }) {
  const { stream, left, right, frameTop, frameBottom, height } = drawing;
  const middle = (left + right) / 2;
  const thirds = [1, 3, 5].map((part) => left + ((right - left) * part) / 6);
  const leave = (y: number): string => `M${stream} ${y}H${left}`;
  const join = (y: number): string => `M${left + 14} ${y + 40}V${y}H${stream + 6}`;
  return (
    <g className={styles.frame}>
      <rect
        height={frameBottom - frameTop}
        rx={12}
        width={right - stream + 28}
        x={stream - 18}
        y={frameTop}
      />
      <path d={`M${stream} ${height - 46}V14`} />
      <path d={`M${stream} 21H${left}M${stream} 54H${left}`} />
      <path d={`${leave(238)}${leave(428)}${leave(477)}`} />
      <path d={`${join(88)}${join(260)}`} />
      <path className={styles.flow} d={`M${middle} 228v-22M${middle} 178v-22`} />
      <path className={styles.flow} d={thirds.map((x) => `M${x} 418v-40M${x} 350v-22`).join("")} />
      {[88, 260].map((y) => (
        <g key={y}>
          <circle cx={stream} cy={y} r={6.5} />
          <path d={`M${stream - 3.5} ${y}h7M${stream} ${y - 3.5}v7`} />
        </g>
      ))}
      <path d={`M${stream - 4} 16l4 -8 4 8`} />
      <text textAnchor="end" x={right} y={frameTop - 6}>
        {caption}
      </text>
    </g>
  );
}
