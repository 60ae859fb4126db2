import { type ComponentType, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { useRace } from "../../state/race";
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
export function CloserTools() {
  const { t } = useTranslation("closer");
  const frame = useRef<HTMLDivElement>(null);
  const watched = useOnScreen(frame);
  const task = useRace(({ draft }) => `${draft.base} ${draft.task}`);
  const [twins, setTwins] = useState<ReadonlySet<string>>(new Set());
  return (
    <Card className="closer" title={t("title")}>
      <div ref={frame}>
        <Tabs>
          <TabList aria-label={t("tools")} className="closer-tabs">
            {tools.map(({ id }) => (
              <Tab key={id} className="closer-tab" id={id}>
                {t(`${id}.tab`)}
              </Tab>
            ))}
            <Tab className="closer-tab" id="traps">
              {t("traps.tab")}
            </Tab>
          </TabList>
          {tools.map(({ id, Tool }) => (
            <TabPanel key={id} className="closer-panel" id={id}>
              <Tool key={task} watched={watched} />
            </TabPanel>
          ))}
          <TabPanel className="closer-panel" id="traps">
            <TrapsTool twins={twins} onTwins={setTwins} />
          </TabPanel>
        </Tabs>
      </div>
    </Card>
  );
}
