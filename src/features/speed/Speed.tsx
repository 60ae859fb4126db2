import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { bases } from "../../bases/index";
import { Button } from "../../components/Button";
import { Picker } from "../../components/Picker";
import { usePageHead } from "../../components/page-head";
import { useBaseItems } from "../../components/use-base-items";
import { backendDetail } from "../../i18n/backend-words";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { methods } from "../../methods/index";
import { useRace } from "../../race-view/use-race";
import { speedBatch } from "../../training/default-race";
import type { MeasuredSpeed } from "../../worker/api";
import { SpeedTable } from "./SpeedTable";
import styles from "./speed.module.css";

/** What a step of every method costs here: measured one after the other as soon as the page is open. */
export function Speed() {
  const { t } = useTranslation();
  const words = useWords();
  const items = useBaseItems();
  usePageHead(t("speed.title"), t("speed.lead", { count: speedBatch }));
  const measure = useRace((race) => race.measure);
  const [baseId, setBaseId] = useState(bases[0]?.id ?? "");
  const [measured, setMeasured] = useState<Readonly<Record<string, MeasuredSpeed>>>({});
  const [now, setNow] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const turn = useRef(0);

  const run = useCallback(
    async (base: string) => {
      const mine = ++turn.current;
      setMeasured({});
      setProblem(null);
      for (const { id } of methods) {
        setNow(id);
        const result = await measure(base, id);
        if (mine !== turn.current) return;
        if (!result.ok) {
          setProblem("detail" in result.failure ? (result.failure.detail ?? "") : result.failure.kind);
          break;
        }
        setMeasured((former) => ({ ...former, [id]: result.value }));
      }
      setNow(null);
    },
    [measure],
  );
  useEffect(() => {
    void run(baseId);
    return () => {
      turn.current++;
    };
  }, [run, baseId]);

  const backend = Object.values(measured)[0]?.backend;
  return (
    <>
      <div className="page-head">
        <h1>{t("speed.title")}</h1>
        <p>{t("speed.lead", { count: speedBatch })}</p>
        <div className={styles.tools}>
          <Picker items={items} label={t("speed.base")} value={baseId} variant="field" onChange={setBaseId} />
          <Button isDisabled={now !== null} onPress={() => void run(baseId)}>
            {t("speed.measure")}
          </Button>
        </div>
      </div>
      <div className={`card ${styles.speed}`}>
        <Comparison measured={measured} />
        <SpeedTable measured={measured} />
        <p className={`${styles.now} small`} role="status">
          {problem !== null
            ? t("speed.failed", { detail: problem })
            : now !== null
              ? t("speed.measuring", { method: words.method(now).name })
              : backend &&
                t("speed.running", {
                  backend: t(`backend.names.${backend.name}`),
                  detail: backendDetail(backend, t),
                })}
        </p>
      </div>
      <div className={styles.words}>
        <Reasons group="saved" items={["moments", "weights", "file", "features"]} />
        <Reasons group="kept" items={["forward", "chain", "activations"]} />
      </div>
      <p className={`small soft ${styles.source}`}>{t("speed.source")}</p>
    </>
  );
}

/** What few parameters save, in one sentence from the measured numbers. */
function Comparison({ measured }: { readonly measured: Readonly<Record<string, MeasuredSpeed>> }) {
  const { t } = useTranslation();
  const { share } = useNumbers();
  const [few, all] = [measured.lora?.speed, measured.full?.speed];
  return (
    <p className={few && all ? styles.compared : `${styles.compared} soft`}>
      {few && all
        ? t("speed.compared", {
            trained: share(few.trained / all.trained),
            work: share(few.flops.step / all.flops.step),
            time: share(few.time.step / all.time.step),
          })
        : t("speed.comparing")}
    </p>
  );
}

type ReasonsProps =
  | { readonly group: "saved"; readonly items: readonly ("moments" | "weights" | "file" | "features")[] }
  | { readonly group: "kept"; readonly items: readonly ("forward" | "chain" | "activations")[] };

/** A heading and the reasons below it. */
function Reasons(props: ReasonsProps) {
  const { t } = useTranslation();
  const reasons =
    props.group === "saved"
      ? props.items.map((item) => t(`speed.saved.${item}`))
      : props.items.map((item) => t(`speed.kept.${item}`));
  return (
    <section className="card">
      <h2>{t(`speed.${props.group}.title`)}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}
