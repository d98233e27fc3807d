import { ActionIcon, Button, Group, Text, Tooltip } from "@mantine/core";
import { IconPaint, IconPlus, IconTrash } from "@tabler/icons-react";
import { CommitInput } from "./CommitInput";
import styles from "./Plan.module.css";
import { limits, type Plan, seatsOf } from "./plan";
import type { Edit, PlanTools } from "./usePlanTools";
import type { PlanFault } from "./validate";

interface Props {
  readonly plan: Plan;
  readonly tools: PlanTools;
  readonly edit: Edit;
  readonly faults: readonly PlanFault[];
}

/** The price zones: what they are called, and how many seats and places each has. */
export function ZonesPanel({ plan, tools, edit, faults }: Props) {
  const seats = new Array<number>(plan.zones.length).fill(0);
  for (const row of plan.rows)
    for (const seat of seatsOf(row)) seats[seat.zone] = (seats[seat.zone] ?? 0) + 1;
  const places = plan.zones.map((_, i) =>
    plan.areas.reduce((sum, area) => sum + (area.zone === i ? area.capacity : 0), 0),
  );
  return (
    <>
      <Group gap={8} className={styles.panelHead}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={plan.zones.length >= limits.zones}
          onClick={() => edit({ type: "add-zone" })}
        >
          Add a zone
        </Button>
        <Text size="xs" c="dimmed">
          Showtimes price each. The first is the base.
        </Text>
      </Group>
      <div className={styles.lines}>
        {plan.zones.map((zone, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a zone is its place in the list
          <div className={styles.zoneLine} key={i}>
            <span className={styles.swatch} data-zone={i % 6} aria-hidden />
            <CommitInput
              aria-label={`Name of zone ${i + 1}`}
              value={zone}
              maxLength={64}
              error={faults.find((fault) => fault.field === `zones[${i}]`)?.message}
              onCommit={(name) => {
                edit({ type: "rename-zone", zone: i, name: name.trim() });
                return true;
              }}
            />
            <span className={styles.count}>{(seats[i] ?? 0) + (places[i] ?? 0)}</span>
            <Tooltip label="Paint with it">
              <ActionIcon
                variant={tools.tool === "zone" && tools.zone === i ? "filled" : "subtle"}
                color={tools.tool === "zone" && tools.zone === i ? "accent" : "gray"}
                aria-label={`Paint with ${zone}`}
                onClick={() => {
                  tools.setZone(i);
                  tools.setTool("zone");
                }}
              >
                <IconPaint size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Remove; its seats go into the first zone">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${zone}`}
                disabled={plan.zones.length < 2}
                onClick={() => edit({ type: "remove-zone", zone: i })}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        ))}
      </div>
    </>
  );
}
