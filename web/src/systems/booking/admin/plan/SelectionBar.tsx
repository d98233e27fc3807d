import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import {
  IconAlignCenter,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconChevronDown,
  IconTrash,
  IconX,
} from "@tabler/icons-react";
import type { SystemIcon } from "@/systems/System";
import { CommitInput } from "./CommitInput";
import styles from "./Plan.module.css";
import type { Plan, SeatKind } from "./plan";
import { readSeats, seatNames } from "./seatNames";
import type { Edit, PlanTools } from "./usePlanTools";

interface Props {
  readonly plan: Plan;
  readonly tools: PlanTools;
  readonly edit: Edit;
}

const kinds: readonly (readonly [SeatKind, string])[] = [
  ["standard", "Ordinary seats"],
  ["accessible", "Wheelchair places"],
  ["companion", "Companion seats"],
];

/** Below the drawing: which seats are chosen, and what can be done with them. */
export function SelectionBar({ plan, tools, edit }: Props) {
  const { selection, rowKeys } = tools;
  const seats = [...selection];
  const isEmpty = seats.length === 0;
  const button = (label: string, Icon: SystemIcon, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isEmpty} onClick={act}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={styles.selection}>
      <CommitInput
        className={styles.seatsField}
        aria-label="Chosen seats"
        placeholder="A, C1-C8, D5"
        value={isEmpty ? "" : seatNames(plan, selection, 40)}
        onCommit={(text) => {
          const found = text.trim() === "" ? [] : readSeats(plan, text);
          if (found !== undefined) tools.select(new Set(found));
          return found !== undefined;
        }}
      />
      <span className={styles.count} aria-live="polite">
        {seats.length} of {plan.rows.reduce((sum, row) => sum + row.blocks.flat().length, 0)}
      </span>
      <Menu shadow="md" position="top-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isEmpty}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Zone
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {plan.zones.map((zone, i) => (
            <Menu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: a zone is its place in the list
              key={i}
              leftSection={<span className={styles.swatch} data-zone={i % 6} aria-hidden />}
              onClick={() => edit({ type: "paint-zone", seats, zone: i })}
            >
              {zone}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu shadow="md" position="top-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isEmpty}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Kind
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map(([kind, label]) => (
            <Menu.Item key={kind} onClick={() => edit({ type: "paint-kind", seats, kind })}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {button("Move the rows towards the screen", IconArrowUp, () =>
        edit({ type: "move-rows", rows: rowKeys, by: -1 }),
      )}
      {button("Move the rows back", IconArrowDown, () => edit({ type: "move-rows", rows: rowKeys, by: 1 }))}
      {button("Shift the rows left by half a seat", IconArrowLeft, () =>
        edit({ type: "shift", rows: rowKeys, by: -1 }),
      )}
      {button("Shift the rows right by half a seat", IconArrowRight, () =>
        edit({ type: "shift", rows: rowKeys, by: 1 }),
      )}
      {button("Centre the rows", IconAlignCenter, () =>
        edit({ type: "indent", rows: rowKeys, indent: undefined }),
      )}
      {button("Remove the seats", IconTrash, () => edit({ type: "remove-seats", seats }))}
      {button("Choose none", IconX, tools.clear)}
    </div>
  );
}
