import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { claimCommand } from "../../claims/claim-command";
import { accuracyOfSeed, figureOf } from "../../claims/figures";
import type { Measure } from "../../claims/run";
import { Button } from "../../components/Button";
import { findPaper } from "../../lib/find-paper";
import styles from "./lesson-words.module.css";
import { seedCount, useMeasuredText } from "./measured-text";
import { SeedNote } from "./SeedNote";
import { useStep } from "./step-context";

interface Children {
  readonly children?: ReactNode;
}

/** A sentence that rests on figures of our own: its mark tells which, and how they were taken. */
export function Claim({ id, children }: Children & { readonly id: string }) {
  const { t } = useTranslation("lessons");
  const { lesson, figures, mode, isAnswered } = useStep();
  const [isOpen, setOpen] = useState(false);
  const note = useId();
  const claim = lesson.claims.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`${lesson.id} has no claim "${id}"`);
  const terms = [...claim.left, claim.right];
  const runs = terms.flatMap((term) => ("run" in term && figures?.runs[term.run]) || []);
  const date = runs
    .map(({ made }) => made.date)
    .sort()
    .at(-1);
  // The sentence is the answer: it keeps its room, and is not shown before the guess.
  if (!isAnswered)
    return (
      <span className={styles.claim}>
        <span className="visually-hidden">{t("claim.covered")}</span>
        <span aria-hidden className={styles.claimCover} inert>
          {children}
        </span>
      </span>
    );
  return (
    <span className={styles.claim} data-claim={id} data-verdict={claim.verdict}>
      {children}
      {mode === "live" && (
        <button
          aria-controls={note}
          aria-expanded={isOpen}
          aria-label={t("claim.how")}
          className={styles.claimMark}
          title={t(`claim.${claim.verdict}`)}
          type="button"
          onClick={() => setOpen(!isOpen)}
        >
          {claim.verdict === "fails" ? "≠" : "n"}
        </button>
      )}
      <span
        className={mode === "live" ? styles.claimNote : styles.claimPrinted}
        hidden={mode === "live" && !isOpen}
        id={note}
      >
        {t(`claim.${claim.verdict}`)} {date && t("claim.made", { seeds: seedCount(runs), date })}{" "}
        <SeedNote runs={runs} />
        <code>{claimCommand(lesson.claims, claim, figures)}</code>
      </span>
    </span>
  );
}

export interface MeasuredProps {
  readonly run: string;
  readonly of: Measure;
  /** Of the accuracy of a prompt run: only what it was with this seed. */
  readonly seed?: `${number}`;
}

/** A committed figure, mean ± standard deviation; that of one seed where a seed is named. */
export function Measured({ run, of, seed }: MeasuredProps) {
  const { figures } = useStep();
  const text = useMeasuredText();
  const mean = seed === undefined ? undefined : accuracyOfSeed(figures, run, Number(seed));
  const figure =
    seed === undefined ? figureOf(figures, run, of) : mean === undefined ? mean : { mean, sd: null };
  return <span className={styles.measured}>{text(figure, of)}</span>;
}

/** A part of a sentence that changes the figure beside it. */
export function Try({ set, children }: Children & { readonly set: string }) {
  const { attempt, mode, step } = useStep();
  if (mode === "plain" || step.figure.kind !== "race") return <b>{children}</b>;
  return (
    <button className={styles.try} type="button" onClick={() => attempt(set)}>
      {children}
    </button>
  );
}

/** Where a published statement comes from. */
export function Source({ paper, where }: { readonly paper: string; readonly where: string }) {
  const { authors, year, title, url } = findPaper(paper);
  const { t } = useTranslation("lessons");
  const text = t("source", { authors, year, where });
  return (
    <cite className={styles.source}>
      {url ? (
        <a href={url} rel="noreferrer" target="_blank" title={title}>
          {text}
        </a>
      ) : (
        text
      )}
    </cite>
  );
}

/** The reason: shut until the learner has seen what happens, or asks. */
export function Why({ children }: Children) {
  const { t } = useTranslation("lessons");
  const { isAnswered, mode, step } = useStep();
  const [asked, setAsked] = useState(false);
  const isOpen = mode === "plain" || asked || (isAnswered && step.predict !== undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button is gone once pressed: the focus goes to what it brought.
  useEffect(() => {
    if (asked) heading.current?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <section className={styles.why} aria-label={t("why.title")}>
      {isOpen ? (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {t("why.title")}
          </h2>
          {children}
        </>
      ) : (
        <Button onPress={() => setAsked(true)}>{t("why.show")}</Button>
      )}
    </section>
  );
}

/** How to make it fail. */
export function Break({ children }: Children) {
  const { t } = useTranslation("lessons");
  return (
    <section className={styles.break} aria-label={t("break.title")}>
      <h2>{t("break.title")}</h2>
      {children}
    </section>
  );
}

/** A way to another page of ours. */
export function Go({ to, children }: Children & { readonly to: string }) {
  return <Link href={to}>{children}</Link>;
}

/** The card at the end of a lesson. */
export function Finish({ summary, children }: Children & { readonly summary: string }) {
  const { t } = useTranslation("lessons");
  return (
    <section className={styles.finish} aria-label={t("finish.title")}>
      <h2>{t("finish.title")}</h2>
      {children}
      <p className={styles.finishSummary}>{summary}</p>
    </section>
  );
}
