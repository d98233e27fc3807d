import { Button } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useUser } from "@/auth/useSession";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { basketOf, totalOf } from "../basket";
import { partyWords } from "../seatWords";
import type { Picker } from "../usePicker";
import styles from "./Footer.module.css";

interface Props {
  readonly picker: Picker;
  /** Where the other ways to choose are out of sight: the way to them. */
  readonly onMore?: () => void;
}

/** The sum, and the button that asks for the seats. */
export function ChoiceFooter({ picker, onMore }: Props) {
  const { selection, house, currency } = picker;
  const user = useUser();
  const lines = basketOf(house, selection.seats, selection.places);
  const wantsAccess = lines.some((line) => line.kind === "accessible") && !selection.needsAccess;
  const party = partyWords(selection.seats.length, selection.places?.count ?? 0);
  const isSoldOut = picker.freeCount === 0 && lines.length === 0;
  return (
    <div className={styles.footer}>
      <div className={styles.sum}>
        <span className={styles.party}>
          {isSoldOut ? "Nothing left" : party === "" ? "Nothing chosen" : party}
        </span>
        {isSoldOut ? null : (
          <span className={styles.total}>
            <Money cents={totalOf(lines)} currency={currency} />
          </span>
        )}
      </div>
      {isSoldOut ? (
        <LinkButton
          to="/booking/showtimes/$id/waiting-list"
          params={{ id: picker.showtimeId }}
          size="md"
          fullWidth
        >
          Join the waiting list
        </LinkButton>
      ) : onMore !== undefined && lines.length === 0 ? (
        <Button size="md" fullWidth variant="light" leftSection={<IconSparkles size={18} />} onClick={onMore}>
          Find the best seats
        </Button>
      ) : (
        <Button
          size="md"
          fullWidth
          disabled={lines.length === 0 || wantsAccess}
          loading={picker.isSending}
          onClick={picker.reserve}
        >
          {user === undefined ? "Sign in and reserve" : "Reserve"}
        </Button>
      )}
    </div>
  );
}
