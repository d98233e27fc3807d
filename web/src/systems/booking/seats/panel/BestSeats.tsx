import { Button, Checkbox, Chip, Collapse, NumberInput, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconSparkles } from "@tabler/icons-react";
import { useState } from "react";
import { Stepper } from "@/kit/Stepper";
import type { BestWish } from "../bodies";
import { mostSeats } from "../selection";
import type { Picker } from "../usePicker";
import styles from "./BestSeats.module.css";

interface Props {
  readonly picker: Picker;
}

/** Lets the house choose: the best seats for a party, held in the same moment, so that nobody gets in between. */
export function BestSeats({ picker }: Props) {
  const [wanted, setCount] = useState(2);
  const [accessible, setAccessible] = useState(0);
  const [zones, setZones] = useState<readonly string[]>([]);
  const [maxPrice, setMaxPrice] = useState<number>();
  const [allowSplit, setAllowSplit] = useState(false);
  const [isOpen, more] = useDisclosure(false);
  const { currency, freeSeats } = picker;
  const most = Math.min(mostSeats, freeSeats);
  const count = Math.min(wanted, most);
  const names = seatZones(picker);

  const ask = () => {
    const wish: BestWish = {
      count,
      accessible: Math.min(accessible, count),
      allowSplit,
      allowOrphans: true,
      ...(zones.length === 0 ? {} : { zones: [...zones] }),
      ...(maxPrice === undefined ? {} : { maxPriceCents: Math.round(maxPrice * 100) }),
    };
    picker.reserveBest(wish);
  };

  if (most === 0) return null;
  return (
    <section className={styles.best} aria-label="Best seats">
      <div className={styles.row}>
        <span className={styles.title}>Best seats together</span>
        <Stepper label="People" value={count} min={1} max={most} onChange={setCount} />
      </div>
      <Collapse expanded={isOpen}>
        <div className={styles.more}>
          <Chip.Group multiple value={[...zones]} onChange={setZones}>
            <div className={styles.chips} role="group" aria-label="Zones">
              {names.map((name) => (
                <Chip key={name} value={name} size="xs">
                  {name}
                </Chip>
              ))}
            </div>
          </Chip.Group>
          <NumberInput
            label="At most, a seat"
            size="xs"
            min={1}
            decimalScale={2}
            suffix={` ${currency}`}
            placeholder="Any price"
            value={maxPrice ?? ""}
            onChange={(value) => setMaxPrice(typeof value === "number" ? value : undefined)}
          />
          <div className={styles.row}>
            <span>Of these, accessible</span>
            <Stepper
              label="Accessible seats"
              value={Math.min(accessible, count)}
              max={count}
              onChange={setAccessible}
            />
          </div>
          <Checkbox
            size="xs"
            label="We may sit apart if there is no room"
            checked={allowSplit}
            onChange={(event) => setAllowSplit(event.currentTarget.checked)}
          />
        </div>
      </Collapse>
      <div className={styles.row}>
        <UnstyledButton className={styles.toggle} aria-expanded={isOpen} onClick={more.toggle}>
          <IconChevronDown size={16} className={styles.chevron} data-open={isOpen || undefined} aria-hidden />
          {isOpen ? "Fewer wishes" : wishWords(zones, maxPrice, accessible)}
        </UnstyledButton>
        <Button
          variant="light"
          leftSection={<IconSparkles size={16} />}
          loading={picker.isSending}
          onClick={ask}
        >
          Hold best {count}
        </Button>
      </div>
    </section>
  );
}

function wishWords(zones: readonly string[], maxPrice: number | undefined, accessible: number): string {
  const wishes = zones.length + (maxPrice === undefined ? 0 : 1) + (accessible > 0 ? 1 : 0);
  return wishes === 0 ? "Zones, price, access" : `${wishes} ${wishes === 1 ? "wish" : "wishes"}`;
}

/** The zones there are seats in. */
function seatZones({ house }: Picker): string[] {
  const used = new Set(house.seats.map((seat) => seat.zone));
  return house.zones.filter((_, index) => used.has(index)).map((zone) => zone.name);
}
