import { type ReactNode, useId } from "react";
import "./controls.css";
import styles from "./Card.module.css";

export interface CardProps {
  readonly title: ReactNode;
  /** At the far end of the header: a note, a unit, buttons. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Level of the heading; default 2. */
  readonly level?: 2 | 3;
  /** true: the title is only read out (the header holds a transport, say). */
  readonly hideTitle?: boolean;
  readonly className?: string | undefined;
}

/** A figure on the page: header, then content. A landmark named by its title. */
export function Card({ title, aside, children, level = 2, hideTitle = false, className = "" }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className={styles.head}>
        <Heading id={id} className={hideTitle ? "visually-hidden" : styles.title}>
          {title}
        </Heading>
        {aside !== undefined && <div className={hideTitle ? styles.bar : styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
