import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { bases } from "../../bases/index";
import { methodAppearance } from "../../components/method-appearance";
import { Picker } from "../../components/Picker";
import { usePageHead } from "../../components/page-head";
import { useBaseItems } from "../../components/use-base-items";
import { useWords } from "../../i18n/words";
import { findMethod, methods } from "../../methods/index";
import { MethodCard } from "./MethodCard";
import { inMapOrder } from "./map-groups";
import styles from "./methods.module.css";

/** Everything about one method. */
export function MethodPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const items = useBaseItems();
  const [baseId, setBaseId] = useState(bases[0]?.id ?? "");
  const base = bases.find((candidate) => candidate.id === baseId) ?? bases[0];
  const method = findMethod(id);
  const title = method ? words.method(id).name : t("methods.title");
  usePageHead(title, method && words.method(id).sentence);
  return (
    <>
      <p className={styles.back}>
        <Link href="/methods">
          <ArrowLeft aria-hidden size={15} /> {t("methods.all")}
        </Link>
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        {method ? (
          <>
            <Picker
              items={items}
              label={t("methods.base")}
              value={baseId}
              variant="field"
              onChange={setBaseId}
            />
            <p className="field-hint">{t("methods.letters")}</p>
          </>
        ) : (
          <p>{t("methods.unknown", { id: id.slice(0, 60) })}</p>
        )}
      </div>
      <nav className={styles.others} aria-label={t("methods.all")}>
        {inMapOrder(methods).map((other) => (
          <Link
            key={other.id}
            aria-current={other.id === id ? "page" : undefined}
            href={`/methods/${other.id}`}
            style={{ borderColor: methodAppearance(other.id).color }}
          >
            {words.method(other.id).short}
          </Link>
        ))}
      </nav>
      {base && method && <MethodCard key={id} base={base} method={method} />}
    </>
  );
}
