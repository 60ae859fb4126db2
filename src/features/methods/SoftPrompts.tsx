import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Base } from "../../bases/base";
import { methodAppearance } from "../../components/method-appearance";
import { Segmented } from "../../components/Segmented";
import { useWords } from "../../i18n/words";
import { findMethod } from "../../methods/index";
import { chooseBase } from "../../state/draft";
import { writeLink } from "../../state/link";
import { defaultLane, defaultRace } from "../../training/default-race";
import styles from "./map.module.css";
import { SoftPromptFigure } from "./SoftPromptFigure";
import { SoftPromptVerdict } from "./SoftPromptVerdict";
import { presetIds, presetOf, presets, type SoftPrompt, softPromptAnswer, switches } from "./soft-prompts";
import softPromptsStyles from "./soft-prompts.module.css";

export interface SoftPromptsProps {
  readonly base: Base;
  readonly soft: SoftPrompt;
  readonly onChange: (soft: SoftPrompt) => void;
}

/** Three switches that tell the soft prompts apart, and back: a name that sets the switches. */
export function SoftPrompts({ base, soft, onChange }: SoftPromptsProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const answer = softPromptAnswer(soft);
  const methods = answer.methods.filter(({ id }) => findMethod(id));
  const color = methods[0] ? methodAppearance(methods[0].id).color : "var(--soft)";
  return (
    <section className={styles.section} aria-labelledby="soft-title">
      <h2 id="soft-title">{t("soft.title")}</h2>
      <p className={`soft ${styles.note}`}>{t("soft.lead")}</p>
      <div className={softPromptsStyles.prompts}>
        <div className={softPromptsStyles.controls}>
          <Choice className={softPromptsStyles.names} label={t("soft.names")}>
            <Segmented
              items={presetIds.map((id) => ({ id, label: t(`soft.presets.${id}`) }))}
              label={t("soft.names")}
              value={presetOf(soft)}
              onChange={(id) => onChange(presets[id])}
            />
          </Choice>
          <Choice label={t("soft.depth.label")}>
            <Segmented
              items={switches.depth.map((id) => ({ id, label: t(`soft.depth.${id}`) }))}
              label={t("soft.depth.label")}
              value={soft.depth}
              onChange={(depth) => onChange({ ...soft, depth })}
            />
          </Choice>
          <Choice label={t("soft.encoder.label")}>
            <Segmented
              items={switches.encoder.map((id) => ({ id, label: t(`soft.encoder.${id}`) }))}
              label={t("soft.encoder.label")}
              value={soft.encoder}
              onChange={(encoder) => onChange({ ...soft, encoder })}
            />
          </Choice>
          <Choice label={t("soft.base.label")}>
            <Segmented
              items={switches.base.map((id) => ({ id, label: t(`soft.base.${id}`) }))}
              label={t("soft.base.label")}
              value={soft.base}
              onChange={(frozen) => onChange({ ...soft, base: frozen })}
            />
          </Choice>
        </div>
        <SoftPromptFigure color={color} soft={soft} />
        <div className={softPromptsStyles.verdict}>
          <SoftPromptVerdict answer={answer} base={base} color={color} />
          <p className={softPromptsStyles.ways}>
            {methods.map(({ id, options }) => {
              const lane = defaultLane(id, base.id);
              const race = chooseBase(defaultRace(), base.id).draft;
              const link = writeLink({
                ...race,
                lanes: [{ ...lane, options: { ...lane.options, ...options } }],
              });
              return (
                <Link key={id} className="button" href={`/playground?${link}`}>
                  {t("soft.try", { method: words.method(id).name })}
                  <ArrowRight aria-hidden size={16} />
                </Link>
              );
            })}
          </p>
        </div>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

function Choice({ label, children, className = "" }: ChoiceProps) {
  return (
    <div className={className}>
      <span aria-hidden className="field-label">
        {label}
      </span>
      {children}
    </div>
  );
}
