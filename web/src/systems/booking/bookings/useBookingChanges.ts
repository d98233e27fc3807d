import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, done, type Schemas, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { mine } from "./queries";

/** What can be done with a booking; the lists are read anew afterwards, also when it failed. */
export function useBookingChanges(bookingId: string) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys());
  const refresh = () => queries.invalidateQueries({ queryKey: mine });
  const path = { booking_id: bookingId };

  const cancel = async (): Promise<Schemas["CancelledAnswer"]> => {
    const header = { "Idempotency-Key": keys.current.keyFor(bookingId) };
    try {
      const answer = await take(
        api.POST("/booking/api/bookings/{booking_id}/cancel", { params: { path, header } }),
      );
      keys.current.settle();
      return answer;
    } finally {
      void refresh();
    }
  };

  const release = async (): Promise<void> => {
    try {
      await done(api.DELETE("/booking/api/bookings/{booking_id}", { params: { path } }));
    } finally {
      void refresh();
    }
  };

  return { cancel, release, refresh };
}
