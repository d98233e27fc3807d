import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconEraser,
  IconFocusCentered,
  IconPaint,
  IconPointer,
  IconSquareRounded,
  IconUserPlus,
  IconWheelchair,
} from "@tabler/icons-react";
import type { SystemIcon } from "@/systems/System";
import styles from "./Plan.module.css";
import type { PlanTools, Tool } from "./usePlanTools";

const buttons: readonly { tool: Tool; label: string; key: string; icon: SystemIcon }[] = [
  { tool: "select", label: "Choose seats", key: "V", icon: IconPointer },
  { tool: "zone", label: "Paint the price zone", key: "Z", icon: IconPaint },
  { tool: "accessible", label: "Mark wheelchair places", key: "A", icon: IconWheelchair },
  { tool: "companion", label: "Mark companion seats", key: "C", icon: IconUserPlus },
  { tool: "standard", label: "Mark ordinary seats", key: "S", icon: IconSquareRounded },
  { tool: "aisle", label: "Open or close an aisle", key: "I", icon: IconArrowAutofitWidth },
  { tool: "erase", label: "Remove seats", key: "E", icon: IconEraser },
  { tool: "focal", label: "Set the best place", key: "F", icon: IconFocusCentered },
];

interface Props {
  readonly tools: PlanTools;
  readonly zones: readonly string[];
}

/** The tools, and beside the brush the zone it paints. */
export function ToolButtons({ tools, zones }: Props) {
  return (
    <div className={styles.group}>
      {buttons.map(({ tool, label, key, icon: Icon }) => (
        <Tooltip key={tool} label={`${label} (${key})`}>
          <ActionIcon
            variant={tools.tool === tool ? "filled" : "subtle"}
            color={tools.tool === tool ? "accent" : "gray"}
            aria-label={label}
            aria-pressed={tools.tool === tool}
            onClick={() => tools.setTool(tool)}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <button type="button" className={styles.brush} aria-label="The zone the brush paints">
            <span className={styles.swatch} data-zone={tools.zone % 6} aria-hidden />
            {zones[tools.zone]}
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {zones.map((zone, i) => (
            <Menu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: a zone is its place in the list
              key={i}
              leftSection={<span className={styles.swatch} data-zone={i % 6} aria-hidden />}
              onClick={() => {
                tools.setZone(i);
                tools.setTool("zone");
              }}
            >
              {zone}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
