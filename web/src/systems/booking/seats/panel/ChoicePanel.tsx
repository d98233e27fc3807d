import { Checkbox } from "@mantine/core";
import { IconAlertTriangle, IconArmchair } from "@tabler/icons-react";
import { Notice } from "@/kit/Notice";
import { basketOf } from "../basket";
import type { Picker } from "../usePicker";
import { AreaSteppers } from "./AreaSteppers";
import { BasketLines } from "./BasketLines";
import { BestSeats } from "./BestSeats";
import styles from "./ChoicePanel.module.css";
import { SoldOut } from "./SoldOut";

interface Props {
  readonly picker: Picker;
  readonly movieId: string;
}

/** What is picked so far, and the ways to pick: by hand on the map, by the house's choice, by number of places. */
export function ChoicePanel({ picker, movieId }: Props) {
  const { selection, house, currency } = picker;
  const lines = basketOf(house, selection.seats, selection.places);
  if (picker.freeCount === 0 && lines.length === 0) return <SoldOut movieId={movieId} />;
  const hint =
    picker.freeSeats === 0
      ? "The seats are taken. There are places left without one."
      : "Choose up to ten seats on the map, or let the house choose.";
  return (
    <>
      <BestSeats picker={picker} />
      <AreaSteppers picker={picker} />
      <Refusal picker={picker} />
      <section className={styles.seats} aria-label="Your choice">
        {lines.length === 0 ? (
          <div className={styles.empty}>
            <IconArmchair size={28} stroke={1.25} aria-hidden />
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
export function Refusal({ picker: { selection } }: Pick<Props, "picker">) {
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
