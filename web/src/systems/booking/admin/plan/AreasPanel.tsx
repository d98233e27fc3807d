import { ActionIcon, Button, Group, Select, Text, Tooltip } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { CommitInput } from "./CommitInput";
import styles from "./Plan.module.css";
import { limits, type Plan } from "./plan";
import type { Edit } from "./usePlanTools";
import type { PlanFault } from "./validate";

interface Props {
  readonly plan: Plan;
  readonly edit: Edit;
  readonly faults: readonly PlanFault[];
}

/** The general-admission areas: places without seats. */
export function AreasPanel({ plan, edit, faults }: Props) {
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  return (
    <>
      <Group gap={8} className={styles.panelHead}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={plan.areas.length >= limits.areas}
          onClick={() => edit({ type: "add-area" })}
        >
          Add an area
        </Button>
        <Text size="xs" c="dimmed">
          Places without seats, counted.
        </Text>
      </Group>
      <div className={styles.lines}>
        {plan.areas.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            No areas. Add one for standing places.
          </Text>
        ) : null}
        {plan.areas.map((area, i) => (
          <div className={styles.areaLine} key={area.key}>
            <CommitInput
              aria-label={`Name of area ${i + 1}`}
              value={area.name}
              maxLength={64}
              error={faultOf(`areas[${i}]`)}
              onCommit={(name) => {
                edit({ type: "change-area", area: area.key, to: { name: name.trim() } });
                return true;
              }}
            />
            <CommitInput
              aria-label={`Places of ${area.name}`}
              inputMode="numeric"
              value={String(area.capacity)}
              error={faultOf(`areas[${i}].capacity`)}
              onCommit={(text) => {
                const isWhole = /^\s*\d{1,7}\s*$/.test(text);
                if (isWhole) edit({ type: "change-area", area: area.key, to: { capacity: Number(text) } });
                return isWhole;
              }}
            />
            <Select
              size="xs"
              aria-label={`Zone of ${area.name}`}
              data={plan.zones.map((zone, z) => ({ value: String(z), label: zone }))}
              value={String(area.zone)}
              allowDeselect={false}
              onChange={(zone) =>
                edit({ type: "change-area", area: area.key, to: { zone: Number(zone ?? 0) } })
              }
            />
            <Tooltip label="Remove">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${area.name}`}
                onClick={() => edit({ type: "remove-area", area: area.key })}
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
