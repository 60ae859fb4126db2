import { type ComponentType, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { useRace } from "../../race-view/use-race";
import styles from "./inspect.module.css";
import { MergeTool } from "./MergeTool";
import { PromptTool } from "./PromptTool";
import { TrapsTool } from "./TrapsTool";
import type { ToolProps } from "./tool-props";
import { useOnScreen } from "./use-on-screen";
import { WeightTool } from "./WeightTool";
import { WriteTool } from "./WriteTool";

const tools: readonly {
  readonly id: "merge" | "write" | "prompt" | "weight";
  readonly Tool: ComponentType<ToolProps>;
}[] = [
  { id: "merge", Tool: MergeTool },
  { id: "write", Tool: WriteTool },
  { id: "prompt", Tool: PromptTool },
  { id: "weight", Tool: WeightTool },
];

/** Five ways to take a lane apart, one at a time. */
export function InspectTools() {
  const { t } = useTranslation("inspect");
  const frame = useRef<HTMLDivElement>(null);
  const watched = useOnScreen(frame);
  const task = useRace(({ draft }) => `${draft.base} ${draft.task}`);
  const [twins, setTwins] = useState<ReadonlySet<string>>(new Set());
  return (
    <Card className="inspect" title={t("title")}>
      <div ref={frame}>
        <Tabs>
          <TabList aria-label={t("tools")} className={styles.tabs ?? ""}>
            {tools.map(({ id }) => (
              <Tab key={id} className={styles.tab ?? ""} id={id}>
                {t(`${id}.tab`)}
              </Tab>
            ))}
            <Tab className={styles.tab ?? ""} id="traps">
              {t("traps.tab")}
            </Tab>
          </TabList>
          {tools.map(({ id, Tool }) => (
            <TabPanel key={id} className={styles.panel ?? ""} id={id}>
              <Tool key={task} watched={watched} />
            </TabPanel>
          ))}
          <TabPanel className={styles.panel ?? ""} id="traps">
            <TrapsTool twins={twins} onTwins={setTwins} />
          </TabPanel>
        </Tabs>
      </div>
    </Card>
  );
}
