import { useQueryClient } from "@tanstack/react-query";
import { api, done } from "@/api/client";
import { useServerSkew } from "@/api/serverClock";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { Countdown } from "@/kit/Countdown";
import { Money } from "@/kit/Money";
import { toast } from "@/kit/toast";
import styles from "./BoxOffice.module.css";
import { holdsQuery, type LiveHold } from "./holdQueries";
import { heldWords, ownerOf } from "./holdWords";

interface Props {
  readonly showtimeId: string;
  readonly hold: LiveHold;
}

/** Who holds what and how long yet; it can be taken back unless it is being paid. */
export function HoldLine({ showtimeId, hold }: Props) {
  const queries = useQueryClient();
  const skewMs = useServerSkew();
  const what = heldWords(hold);
  const reread = () => queries.invalidateQueries({ queryKey: holdsQuery(showtimeId, true).queryKey });
  const takeBack = async () => {
    try {
      await done(
        api.DELETE("/booking/api/admin/showtimes/{showtime_id}/holds/{booking_id}", {
          params: { path: { showtime_id: showtimeId, booking_id: hold.bookingId } },
        }),
      );
      toast(`${what} taken back.`);
    } finally {
      // Also when it was refused: it may have been paid or have run out meanwhile.
      await reread();
    }
  };
  return (
    <li className={styles.hold}>
      <div className={styles.holder}>
        <strong>{ownerOf(hold)}</strong>
        {hold.userName == null || hold.userEmail == null ? null : <small>{hold.userEmail}</small>}
        <span>{what}</span>
        <small>
          <Money cents={hold.amountCents} currency={hold.currency} />
          {hold.status === "offered" ? ", offered from the waiting list" : ""}
        </small>
      </div>
      <div className={styles.holdEnd}>
        {hold.status === "paying" ? (
          <small>Paying</small>
        ) : (
          <>
            <Countdown until={hold.expiresAt} skewMs={skewMs} onEnd={() => void reread()} />
            <ConfirmButton
              size="compact-xs"
              label="Take back"
              question={`Take ${what} back?`}
              consequence={`${ownerOf(hold)} loses the hold at once, and whoever waits longest is offered what comes back; otherwise it is free for everybody. That cannot be undone.`}
              confirm="Take back"
              keep="Leave it"
              onConfirm={takeBack}
            />
          </>
        )}
      </div>
    </li>
  );
}
