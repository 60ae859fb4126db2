import { Rocket, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useWords } from "../i18n/words";
import { recipeIds } from "../recipes/index";
import { RecipePanel, type RecipePanelProps } from "./RecipePanel";
import styles from "./recipes.module.css";

/** A button, and behind it the script that runs this method on a real model. Nothing for a method without a recipe. */
export function TakeToRealModel({ method, options, model }: RecipePanelProps) {
  const { t } = useTranslation("recipes");
  const words = useWords();
  if (!recipeIds.includes(method)) return null;
  return (
    <DialogTrigger>
      <Button icon={<Rocket aria-hidden size={16} />}>{t("open")}</Button>
      <ModalOverlay className={styles.overlay ?? ""} isDismissable>
        <Modal className={styles.modal ?? ""}>
          <Dialog className={styles.dialog ?? ""}>
            <div className={styles.head}>
              <Heading slot="title" level={2}>
                {t("title", { method: words.method(method).name })}
              </Heading>
              <AriaButton aria-label={t("close")} className={styles.close ?? ""} slot="close">
                <X aria-hidden size={18} />
              </AriaButton>
            </div>
            <RecipePanel method={method} options={options} {...(model === undefined ? {} : { model })} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
