import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { Slider } from "../../components/Slider";
import { useNumbers } from "../../i18n/numbers";
import styles from "./basics.module.css";
import { type BasicsPartProps, basicVerbs } from "./basics-part";
import { GradientTable } from "./GradientTable";
import { RateCurve } from "./RateCurve";
import { TokenChips } from "./TokenChips";
import { useDescent } from "./use-descent";

/** Exponents of ten that the learning rate can be set to. */
const exponents = { min: -5, max: -1, step: 0.25, start: -4 };
const rateOf = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

/** Where a probability counts as likely. */
const likely = 0.5;
const mostSteps = 10;

/** Steps of gradient descent on one verb at a learning rate of the learner's choice, and what they do to other verbs. */
export function StepPart({ isOpen }: BasicsPartProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const [verb, setVerb] = useState<string>(basicVerbs[0].input);
  const [exponent, setExponent] = useState(exponents.start);
  const [steps, setSteps] = useState(0);
  const item = basicVerbs.find(({ input }) => input === verb) ?? basicVerbs[0];
  const beside = basicVerbs.filter((one) => one !== item);
  const rate = rateOf(exponent);
  const before = useDescent(isOpen, { ...item, beside, steps: 0, rates: [0] });
  const after = useDescent(isOpen, { ...item, beside, steps, rates: [rate] });
  const now = after?.byRate[0];
  const start = numbers.loss(before?.byRate[0]?.losses[0] ?? Number.NaN);
  const change = (apply: () => void): void => {
    setSteps(0);
    apply();
  };
  return (
    <>
      <div className={styles.buttons}>
        <Segmented
          items={basicVerbs.map(({ input }) => ({ id: input, label: input }))}
          label={t("basics.verb")}
          value={verb}
          onChange={(input) => change(() => setVerb(input))}
        />
      </div>
      <Slider
        format={(value) => String(rateOf(value))}
        label={t("basics.step.rate")}
        max={exponents.max}
        min={exponents.min}
        step={exponents.step}
        value={exponent}
        onChange={(value) => change(() => setExponent(value))}
      />
      <div className={styles.buttons}>
        <Button
          isDisabled={!isOpen || steps >= mostSteps}
          variant="primary"
          onPress={() => setSteps(steps + 1)}
        >
          {t("basics.step.take")}
        </Button>
        <Button isDisabled={steps === 0} variant="quiet" onPress={() => setSteps(0)}>
          {t("basics.again")}
        </Button>
      </div>
      <TokenChips
        chips={[...`${item.answer}.`].map((text, i) => {
          const chance = now?.tokens[i]?.chance;
          return {
            text,
            note: chance === undefined ? "–" : numbers.score(chance),
            kind: chance === undefined || chance >= likely ? ("right" as const) : ("wrong" as const),
          };
        })}
        label={t("basics.step.tokens")}
      />
      <p aria-live="polite" className={styles.said}>
        {steps === 0
          ? t("basics.step.noStep", { before: start })
          : t("basics.step.loss", {
              count: steps,
              before: start,
              after: numbers.loss(now?.losses.at(-1) ?? Number.NaN),
            })}
      </p>
      <p className="soft small">
        {t("basics.step.beside")}{" "}
        {beside
          .map(({ input }, i) => {
            const [from, to] = [before, after].map((found) => found?.byRate[0]?.beside[i] ?? Number.NaN);
            return `${input} ${numbers.loss(from!)} → ${numbers.loss(to!)}`;
          })
          .join(", ")}
      </p>
      <RateCurve isOpen={isOpen} item={item} rate={rate} />
      <GradientTable isOpen={isOpen} item={item} rate={rate} />
    </>
  );
}
