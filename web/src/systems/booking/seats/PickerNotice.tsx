import { IconDoor, IconTicketOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { useUser } from "@/auth/useSession";
import { LinkButton } from "@/kit/LinkButton";
import styles from "./PickerNotice.module.css";
import { waitingRoomQuery } from "./showQueries";
import type { Picker } from "./usePicker";

interface Props {
  readonly picker: Picker;
  readonly showtime: Schemas["ShowtimeAnswer"];
  /** Whether it takes its place among others instead of floating over a map. */
  readonly isInline?: boolean;
}

/** What has to be known before choosing: that everything is gone, or that there is a queue. */
export function PickerNotice({ picker, showtime, isInline = false }: Props) {
  const user = useUser();
  const room = useQuery(waitingRoomQuery(showtime.id, showtime.hasWaitingRoom && user !== undefined));
  if (picker.holding.hold !== undefined) return null;
  if (picker.freeCount === 0) {
    return (
      <div className={styles.notice} data-inline={isInline || undefined} role="status">
        <IconTicketOff size={20} aria-hidden />
        <span className={styles.text}>
          <strong>Sold out.</strong> Seats that come back go to whoever waits longest.
        </span>
      </div>
    );
  }
  const isInside = room.data?.admitted === true;
  if (!showtime.hasWaitingRoom || isInside || (user !== undefined && room.isPending)) return null;
  return (
    <div className={styles.notice} data-inline={isInline || undefined} role="status">
      <IconDoor size={20} aria-hidden />
      <span className={styles.text}>
        <strong>Waiting room.</strong> Many want these seats: queue up, and reserve once you are let in.
      </span>
      <LinkButton to="/booking/showtimes/$id/waiting-room" params={{ id: showtime.id }} size="sm">
        Queue up
      </LinkButton>
    </div>
  );
}
