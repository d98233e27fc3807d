import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { problemOf } from "@/api/problem";
import { isUnderWay, type Payment, pay } from "./payment";

/** Paying for a booking, and how that stands. */
export function usePayment(bookingId: string) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys());
  const [payment, setPayment] = useState<Payment>({ phase: "idle" });

  const start = async (token: string) => {
    if (isUnderWay(payment)) return;
    const body = { bookingId, payment: { method: "card", token } };
    const end = await pay({
      send: async () => {
        const { data, error, response } = await api.POST("/booking/api/bookings/confirm", {
          params: { header: { "Idempotency-Key": keys.current.keyFor(body) } },
          body,
        });
        if (!response.ok || data === undefined) throw problemOf(response, error);
        return { answer: data, isPending: response.status === 202 };
      },
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      show: setPayment,
    });
    // While it is not known how it went, trying again must mean the same payment.
    if (end.phase !== "unknown" && end.phase !== "withBank") keys.current.settle();
    await queries.invalidateQueries({ queryKey: ["booking"] });
  };
  return { payment, start, reset: () => setPayment({ phase: "idle" }) };
}
