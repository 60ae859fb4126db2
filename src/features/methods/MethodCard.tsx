import { ArrowRight, Code, ExternalLink } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Base } from "../../bases/base";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Formula } from "../../components/Formula";
import { methodAppearance } from "../../components/method-appearance";
import { OptionsForm } from "../../components/OptionsForm";
import { BlockDiagram } from "../../diagrams/BlockDiagram";
import { useWords } from "../../i18n/words";
import { type AnyOptions, defaultOptions } from "../../lib/options";
import type { ListedMethod } from "../../methods/index";
import { countParameters } from "../../model/parameters";
import { blocksOf } from "../../model/sites";
import { MethodSource } from "../../race-view/MethodSource";
import { TakeToRealModel } from "../../race-view/TakeToRealModel";
import { chooseBase } from "../../state/draft";
import { writeLink } from "../../state/link";
import { defaultRace, usualRate } from "../../training/default-race";
import { MethodCount } from "./MethodCount";
import styles from "./methods.module.css";
import { ProbedFacts } from "./ProbedFacts";

export interface MethodCardProps {
  readonly method: ListedMethod;
  /** The base whose numbers are counted. */
  readonly base: Base;
}

/** All there is to say of a method, with its options to play with. */
export function MethodCard({ method, base }: MethodCardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [options, setOptions] = useState<AnyOptions>(() => defaultOptions(method.options));
  const [showsSource, setShowsSource] = useState(true);
  const { name, sentence, trained, notMergeable } = words.method(method.id);
  const { paper } = method;
  const { color } = methodAppearance(method.id);
  const lane = { method: method.id, options, learningRate: usualRate(method.id, base.id) };
  const link = writeLink({ ...chooseBase(defaultRace(), base.id).draft, lanes: [lane] });
  return (
    <Card className={styles.method} hideTitle title={name} aside={t(`methods.families.${method.family}`)}>
      <p className={styles.sentence}>{sentence}</p>
      <div className={styles.columns}>
        <div className={styles.facts}>
          <Fact term={t("methods.equation")}>
            <Formula display tex={method.equation} />
          </Fact>
          <Fact term={t("methods.diagram")}>
            <p className={styles.trained}>{trained}</p>
            <BlockDiagram
              color={color}
              config={base.config}
              layer={blocksOf(base.config).length - 1}
              parts={method.parts(base.config, options)}
            />
          </Fact>
        </div>
        <div className={styles.facts}>
          <Fact term={t("methods.count")}>
            <MethodCount
              color={color}
              count={method.count(base.config, options)}
              total={countParameters(base.config)}
            />
          </Fact>
          {Object.keys(method.options).length > 0 ? (
            <OptionsForm method={method.id} specs={method.options} values={options} onChange={setOptions} />
          ) : (
            <p className="soft">{t("methods.noOptions")}</p>
          )}
          <Fact term={t("methods.mergeable")}>
            {t(method.mergeable ? "methods.mergeableYes" : "methods.mergeableNo")}
            {notMergeable !== "" && <p className="soft small">{notMergeable}</p>}
          </Fact>
          <ProbedFacts id={method.id} kind={base.config.kind} />
          <Fact term={t("methods.learningRate")}>{lane.learningRate}</Fact>
          <Fact term={t("methods.paper")}>
            <a href={paper.url} lang="en" rel="noreferrer" target="_blank">
              {paper.authors}: {paper.title}, {paper.year} <ExternalLink aria-hidden size={13} />
            </a>
          </Fact>
        </div>
      </div>
      <div className={styles.ways}>
        <Link className="button button-primary" href={`/playground?${link}`}>
          {t("methods.try")}
          <ArrowRight aria-hidden size={16} />
        </Link>
        <TakeToRealModel method={method.id} options={options} />
        <Button icon={<Code aria-hidden size={16} />} onPress={() => setShowsSource(!showsSource)}>
          {t(showsSource ? "methods.sourceHide" : "methods.sourceShow")}
        </Button>
      </div>
      {showsSource && <MethodSource id={method.id} />}
    </Card>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3>{term}</h3>
      <div>{children}</div>
    </div>
  );
}
