import { Tabs } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useCallback, useMemo, useRef, useState } from "react";
import { AreasPanel } from "./AreasPanel";
import type { PlanEdit } from "./edit";
import { FaultList } from "./FaultList";
import { layOut } from "./geometry";
import type { HistoryAction, PlanHistory } from "./history";
import styles from "./Plan.module.css";
import { PlanCanvas } from "./PlanCanvas";
import { PlanToolbar } from "./PlanToolbar";
import { RowsPanel } from "./RowsPanel";
import { SelectionBar } from "./SelectionBar";
import { seatsOfRows } from "./seatNames";
import { usePlanTools } from "./usePlanTools";
import { useZoom } from "./useZoom";
import { type PlanFault, rowIndexOf } from "./validate";
import { ZonesPanel } from "./ZonesPanel";

interface Props {
  readonly history: PlanHistory;
  readonly dispatch: (action: HistoryAction) => void;
  /** What the server would refuse, or did. */
  readonly faults: readonly PlanFault[];
}

/** Edits a seat plan: on a drawing, or in the lists beside it. */
export function PlanEditor({ history, dispatch, faults }: Props) {
  const plan = history.present;
  const [tab, setTab] = useState<string | null>("rows");
  const edit = useCallback(
    (change: PlanEdit, stroke?: string) => dispatch({ type: "edit", edit: change, stroke }),
    [dispatch],
  );
  const tools = usePlanTools(plan, edit);
  const layout = useMemo(() => layOut(plan), [plan]);
  const box = useRef<HTMLDivElement>(null);
  const { zoom, setZoom, fit } = useZoom(box, layout, plan.areas.length);
  useHotkeys(
    [
      ["mod+Z", () => dispatch({ type: "undo" })],
      ["mod+shift+Z", () => dispatch({ type: "redo" })],
      ["mod+Y", () => dispatch({ type: "redo" })],
    ],
    ["INPUT", "TEXTAREA"],
  );
  const faultyRows = useMemo(
    () => new Set(faults.map((fault) => rowIndexOf(fault.field)).filter((row) => row !== undefined)),
    [faults],
  );
  const show = (fault: PlanFault) => {
    const row = plan.rows[rowIndexOf(fault.field) ?? -1];
    setTab(fault.field.startsWith("zones") ? "zones" : fault.field.startsWith("areas") ? "areas" : "rows");
    if (row !== undefined) tools.select(new Set(seatsOfRows([row])));
  };
  const marks = (part: string) => (faults.some((fault) => fault.field.startsWith(part)) ? " •" : "");
  return (
    <div className={styles.editor}>
      <div className={styles.stage}>
        <PlanToolbar
          history={history}
          dispatch={dispatch}
          tools={tools}
          zoom={zoom}
          onZoom={setZoom}
          onFit={fit}
        />
        <PlanCanvas
          plan={plan}
          layout={layout}
          zoom={zoom}
          tools={tools}
          edit={edit}
          faultyRows={faultyRows}
          box={box}
        />
        <SelectionBar plan={plan} tools={tools} edit={edit} />
      </div>
      <div className={styles.side}>
        <FaultList plan={plan} faults={faults} onShow={show} />
        <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles.tabs}>
          <Tabs.List>
            <Tabs.Tab value="rows">
              Rows {plan.rows.length}
              {marks("rows")}
            </Tabs.Tab>
            <Tabs.Tab value="zones">
              Zones {plan.zones.length}
              {marks("zones")}
            </Tabs.Tab>
            <Tabs.Tab value="areas">
              Areas {plan.areas.length}
              {marks("areas")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="rows">
            <RowsPanel plan={plan} tools={tools} edit={edit} faults={faults} />
          </Tabs.Panel>
          <Tabs.Panel value="zones">
            <ZonesPanel plan={plan} tools={tools} edit={edit} faults={faults} />
          </Tabs.Panel>
          <Tabs.Panel value="areas">
            <AreasPanel plan={plan} edit={edit} faults={faults} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </div>
  );
}
