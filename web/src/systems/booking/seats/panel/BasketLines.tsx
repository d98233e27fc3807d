import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Money } from "@/kit/Money";
import { SeatSwatch } from "../../seatmap/SeatSwatch";
import type { BasketLine } from "../basket";
import styles from "./BasketLines.module.css";

interface Props {
  readonly lines: readonly BasketLine[];
  readonly currency: string;
  /** Takes a line out; absent where nothing can be taken out. */
  readonly onRemove?: (line: BasketLine) => void;
}

/** Seats and places with their zones and prices. */
export function BasketLines({ lines, currency, onRemove }: Props) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.key} className={styles.line}>
          <SeatSwatch zone={line.zone} kind={line.kind} size={24} />
          <span className={styles.what}>
            <span className={styles.title}>{line.title}</span>
            <span className={styles.zone}>
              {line.zoneName}
              {line.kind === "standard"
                ? null
                : line.kind === "accessible"
                  ? " · accessible"
                  : " · companion"}
            </span>
          </span>
          <Money cents={line.priceCents} currency={currency} />
          {onRemove === undefined ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Take ${line.title} out`}
              onClick={() => onRemove(line)}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
