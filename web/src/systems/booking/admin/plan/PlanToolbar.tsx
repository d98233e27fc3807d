import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutGrid,
  IconMinus,
  IconPlus,
  IconZoomScan,
} from "@tabler/icons-react";
import type { HistoryAction, PlanHistory } from "./history";
import styles from "./Plan.module.css";
import { ToolButtons } from "./ToolButtons";
import { templates } from "./templates";
import type { PlanTools } from "./usePlanTools";

interface Props {
  readonly history: PlanHistory;
  readonly dispatch: (action: HistoryAction) => void;
  readonly tools: PlanTools;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
}

/** Above the drawing: tools, undo, zoom, templates. */
export function PlanToolbar({ history, dispatch, tools, zoom, onZoom, onFit }: Props) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Plan tools">
      <ToolButtons tools={tools} zones={history.present.zones} />
      <div className={styles.group}>
        <Tooltip label="Undo (Ctrl Z)">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Undo"
            disabled={history.past.length === 0}
            onClick={() => dispatch({ type: "undo" })}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Redo (Ctrl Shift Z)">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Redo"
            disabled={history.future.length === 0}
            onClick={() => dispatch({ type: "redo" })}
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.group}>
        <ActionIcon variant="subtle" color="gray" aria-label="Smaller" onClick={() => onZoom(zoom / 1.25)}>
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <span className={styles.zoom}>{Math.round(zoom * 100)} %</span>
        <ActionIcon variant="subtle" color="gray" aria-label="Larger" onClick={() => onZoom(zoom * 1.25)}>
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
        <Tooltip label="Fit the whole plan">
          <ActionIcon variant="subtle" color="gray" aria-label="Fit the whole plan" onClick={onFit}>
            <IconZoomScan size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Tooltip label="Begin from a template">
            <ActionIcon variant="subtle" color="gray" aria-label="Templates">
              <IconLayoutGrid size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Replaces the plan; undo brings it back</Menu.Label>
          {templates.map((template) => (
            <Menu.Item
              key={template.id}
              onClick={() => {
                tools.clear();
                dispatch({ type: "edit", edit: { type: "load", plan: template.make() } });
              }}
            >
              {template.title}
              <small className={styles.hint}>{template.text}</small>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
