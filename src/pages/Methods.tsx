import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { bases } from "../bases/index";
import { methodAppearance } from "../components/method-appearance";
import { Picker } from "../components/Picker";
import { useBaseItems } from "../components/use-base-items";
import { useWords } from "../i18n/words";
import { findMethod, methods } from "../methods/index";
import { MethodCard } from "./methods/MethodCard";
import { usePageTitle } from "./page-title";
import "./methods.css";

/** Every method on a card, or one method with its source file. */
export function Methods({ id }: { readonly id?: string | undefined }) {
  const { t } = useTranslation();
  const words = useWords();
  const items = useBaseItems();
  const [baseId, setBaseId] = useState(bases[0]?.id ?? "");
  const base = bases.find((candidate) => candidate.id === baseId) ?? bases[0];
  const chosen = id === undefined ? undefined : findMethod(id);
  usePageTitle(chosen ? words.method(chosen.id).name : t("methods.title"));
  const shown = chosen ? [chosen] : id === undefined ? methods : [];
  return (
    <>
      {id !== undefined && (
        <p className="methods-back">
          <Link href="/methods">
            <ArrowLeft aria-hidden size={15} /> {t("methods.all")}
          </Link>
        </p>
      )}
      <div className="page-head">
        <h1>{chosen ? words.method(chosen.id).name : t("methods.title")}</h1>
        {id !== undefined && !chosen && <p>{t("methods.unknown", { id: id.slice(0, 60) })}</p>}
        {id === undefined && <p>{t("methods.lead")}</p>}
        {shown.length > 0 && (
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
        )}
      </div>
      <nav className="methods-others" aria-label={t("methods.all")}>
        {methods.map((method) => (
          <Link
            key={method.id}
            aria-current={method.id === id ? "page" : undefined}
            href={`/methods/${method.id}`}
            style={{ borderColor: methodAppearance(method.id).color }}
          >
            {words.method(method.id).name}
          </Link>
        ))}
      </nav>
      {base && (
        <div className="methods">
          {shown.map((method) => (
            <MethodCard key={method.id} alone={chosen !== undefined} base={base} method={method} />
          ))}
        </div>
      )}
    </>
  );
}
