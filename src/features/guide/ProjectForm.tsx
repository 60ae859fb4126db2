import { useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import { Segmented } from "../../components/Segmented";
import { Switch } from "../../components/Switch";
import { useHydrated } from "../../components/use-hydrated";
import { WholeField } from "../../components/WholeField";
import { ModelPicker } from "../../model-view/ModelPicker";
import { OwnModel } from "../../model-view/OwnModel";
import { type GpuId, gpus } from "./gpus";
import styles from "./guide.module.css";
import { kinds, limits, type NumberName, type Project } from "./project";

export interface ProjectFormProps {
  readonly project: Project;
  readonly onChoose: (change: Partial<Project>) => void;
}

/** What the user has and wants. */
export function ProjectForm({ project, onChoose }: ProjectFormProps) {
  const { t } = useTranslation("guide");
  const isHydrated = useHydrated();
  const number = (name: NumberName) => (
    <WholeField
      label={t(`have.${name}`)}
      max={limits[name][1]}
      min={limits[name][0]}
      value={project[name]}
      onChange={(value) => onChoose({ [name]: value })}
    />
  );
  const gpuItems: readonly { readonly id: GpuId; readonly label: string }[] = [
    ...gpus.map(({ id, name }) => ({ id, label: name })),
    { id: "other", label: t("have.otherGpu") },
  ];
  return (
    <section aria-label={t("have.title")} className={`card ${styles.form}`}>
      <div className={styles.row}>
        <ModelPicker
          model={project.model}
          own={project.own}
          onChoose={(model) => onChoose({ model, own: null })}
        />
        <Picker
          items={gpuItems}
          label={t("have.gpu")}
          value={project.gpu}
          variant="field"
          onChange={(gpu) => onChoose({ gpu })}
        />
        {project.gpu === "other" && number("gigabytes")}
      </div>
      {/* What is in the address and in the browser is known once the page is its own. */}
      <OwnModel key={isHydrated ? "here" : "drawn"} own={project.own} onChoose={(own) => onChoose({ own })} />
      <Picker
        items={kinds.map((id) => ({ id, label: t(`have.kinds.${id}`) }))}
        label={t("have.kind")}
        value={project.kind}
        variant="field"
        onChange={(kind) => onChoose({ kind })}
      />
      <div className={styles.row}>
        {number("examples")}
        {number("tasks")}
        <div>
          {/* The group of buttons has the same text as its name. */}
          <p aria-hidden className="field-label">
            {t("have.cost")}
          </p>
          <Segmented
            items={(["no", "yes"] as const).map((id) => ({ id, label: t(`have.costs.${id}`) }))}
            label={t("have.cost")}
            value={project.mayCostMore ? "yes" : "no"}
            onChange={(id) => onChoose({ mayCostMore: id === "yes" })}
          />
        </div>
      </div>
      <fieldset className={styles.pass}>
        <legend>{t("have.pass")}</legend>
        <div className={styles.row}>
          {number("batch")}
          {number("length")}
          <Switch
            hint={t("have.checkpointingHint")}
            isSelected={project.checkpointing}
            label={t("have.checkpointing")}
            onChange={(checkpointing) => onChoose({ checkpointing })}
          />
        </div>
      </fieldset>
    </section>
  );
}
