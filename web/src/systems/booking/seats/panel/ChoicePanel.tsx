import { Checkbox } from "@mantine/core";
import { IconAlertTriangle, IconArmchair, IconTicketOff } from "@tabler/icons-react";
import { Notice } from "@/kit/Notice";
import { basketOf } from "../basket";
import type { Picker } from "../usePicker";
import { AreaSteppers } from "./AreaSteppers";
import { BasketLines } from "./BasketLines";
import { BestSeats } from "./BestSeats";
import styles from "./ChoicePanel.module.css";

interface Props {
  readonly picker: Picker;
}

/** What is picked so far, and the ways to pick: by hand on the map, by the house's choice, by number of places. */
export function ChoicePanel({ picker }: Props) {
  const { selection, house, currency } = picker;
  const lines = basketOf(house, selection.seats, selection.places);
  const [Icon, hint] =
    picker.freeCount === 0
      ? ([IconTicketOff, "Everything is taken. Seats that come back go to whoever waits longest."] as const)
      : picker.freeSeats === 0
        ? ([IconArmchair, "The seats are taken. There are places left without one."] as const)
        : ([IconArmchair, "Choose up to ten seats on the map, or let the house choose."] as const);
  return (
    <>
      <BestSeats picker={picker} />
      <AreaSteppers picker={picker} />
      <Refusal picker={picker} />
      <section className={styles.seats} aria-label="Your choice">
        {lines.length === 0 ? (
          <div className={styles.empty}>
            <Icon size={28} stroke={1.25} aria-hidden />
            <p>{hint}</p>
          </div>
        ) : (
          <BasketLines
            lines={lines}
            currency={currency}
            onRemove={(line) =>
              line.seat === undefined
                ? picker.setPlaces(selection.places?.area ?? "", 0)
                : picker.toggle(house.byLabel.get(line.seat) ?? raise(line.seat))
            }
          />
        )}
      </section>
      {lines.some((line) => line.kind === "accessible") ? (
        <Checkbox
          label="One of us needs an accessible seat"
          description="These seats are kept for people who use a wheelchair or cannot climb steps."
          checked={selection.needsAccess}
          onChange={(event) => picker.setAccess(event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}

/** Why something picked is not to be had. It keeps its place in the reading order and is read out when it comes. */
export function Refusal({ picker: { selection } }: Props) {
  return (
    <div aria-live="assertive">
      {selection.refusal === undefined ? null : (
        <Notice meaning="bad" icon={IconAlertTriangle}>
          {selection.refusal.reason}
        </Notice>
      )}
    </div>
  );
}

function raise(label: string): never {
  throw new Error(`There is no seat ${label}.`);
}
