import { Button } from "@mantine/core";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import type { Hold } from "../Hold";
import { HoldClock } from "../HoldClock";
import { partyWords } from "../seatWords";
import type { Picker } from "../usePicker";
import styles from "./Footer.module.css";

interface Props {
  readonly picker: Picker;
  readonly hold: Hold;
  /** Where there is little room: the time instead of the ways out. */
  readonly brief?: { readonly holdSeconds: number };
}

/** The sum, the way to pay, and the ways out. */
export function HoldFooter({ picker: { holding, change, lapse }, hold, brief }: Props) {
  return (
    <div className={styles.footer}>
      <div className={styles.sum}>
        <span className={styles.party}>{partyWords(hold.seats.length, hold.places)}</span>
        {brief === undefined ? null : (
          <span className={styles.clock}>
            <HoldClock hold={hold} holdSeconds={brief.holdSeconds} onEnd={lapse} />
          </span>
        )}
        <span className={styles.total}>
          <Money cents={hold.amountCents} currency={hold.currency} />
        </span>
      </div>
      <LinkButton
        to="/booking/checkout/$bookingId"
        params={{ bookingId: hold.bookingId }}
        size="md"
        fullWidth
      >
        Pay
      </LinkButton>
      {brief === undefined ? (
        <div className={styles.buttons}>
          <Button variant="default" disabled={!hold.mayExtend || holding.isBusy} onClick={holding.extend}>
            Extend
          </Button>
          <Button variant="default" disabled={holding.isBusy} onClick={() => void change()}>
            Change
          </Button>
          <ConfirmButton
            label="Release"
            disabled={holding.isBusy}
            question="Give these seats back?"
            consequence="They are free for everybody at once. You can choose again, if nobody was quicker."
            confirm="Give back"
            onConfirm={holding.release}
          />
        </div>
      ) : null}
    </div>
  );
}
