import { ActionIcon, NumberInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import styles from "./BoardPage.module.css";

interface Props {
  /** How many ranks there are. */
  readonly size: number;
  readonly onJump: (rank: number) => void;
}

/** Goes to the rank that is typed. */
export function JumpToRank({ size, onJump }: Props) {
  const [rank, setRank] = useState<number | string>("");
  const jump = (event: FormEvent) => {
    event.preventDefault();
    const wanted = Number(rank);
    if (Number.isInteger(wanted) && wanted >= 1) onJump(Math.min(wanted, size));
  };
  return (
    <form onSubmit={jump} className={styles.jump}>
      <NumberInput
        aria-label="Go to rank"
        placeholder="Go to rank"
        value={rank}
        onChange={setRank}
        min={1}
        max={Math.max(1, size)}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=","
        hideControls
        disabled={size === 0}
        rightSection={
          <ActionIcon
            type="submit"
            variant="subtle"
            color="gray"
            aria-label="Go to this rank"
            disabled={rank === ""}
          >
            <IconArrowRight size={16} aria-hidden />
          </ActionIcon>
        }
      />
    </form>
  );
}
