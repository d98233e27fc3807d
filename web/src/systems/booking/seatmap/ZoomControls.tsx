import { ActionIcon } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import type { SeatMapStage } from "./SeatMapStage";
import styles from "./ZoomControls.module.css";

interface Props {
  readonly stage: SeatMapStage;
  readonly isWhole: boolean;
}

/** Nearer, further, everything. */
export function ZoomControls({ stage, isWhole }: Props) {
  return (
    <div className={styles.controls} role="group" aria-label="Zoom">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label="Zoom in"
        onClick={() => stage.zoomBy(1.4)}
      >
        <IconPlus size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label="Zoom out"
        disabled={isWhole}
        onClick={() => stage.zoomBy(1 / 1.4)}
      >
        <IconMinus size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label="Show the whole house"
        disabled={isWhole}
        onClick={() => stage.fit()}
      >
        <IconMaximize size={18} />
      </ActionIcon>
    </div>
  );
}
