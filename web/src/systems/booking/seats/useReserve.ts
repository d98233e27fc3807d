import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";
import { api, type Schemas, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { type ApiProblem, asProblem } from "@/api/problem";
import { useUser } from "@/auth/useSession";
import type { ReserveBody } from "./bodies";

interface Options {
  readonly onHeld: (answer: Schemas["HoldAnswer"]) => void;
  readonly onRefused: (problem: ApiProblem) => void;
}

/** Asks for seats, once however often it is sent; leads to the waiting room or the sign-in when those come first. */
export function useReserve({ onHeld, onRefused }: Options) {
  const keys = useRef(new IdempotencyKeys());
  const router = useRouter();
  const user = useUser();
  const signIn = () => void router.navigate({ to: "/sign-in", search: { back: router.state.location.href } });
  const { mutate, isPending } = useMutation({
    mutationFn: (wish: ReserveBody) =>
      take(
        api.POST("/booking/api/bookings/reserve", {
          params: { header: { "Idempotency-Key": keys.current.keyFor(wish) } },
          body: wish,
        }),
      ),
    onSuccess: (answer) => {
      keys.current.settle();
      onHeld(answer);
    },
    onError: (error, wish) => {
      const problem = asProblem(error);
      onRefused(problem);
      if (problem.status === 401) {
        signIn();
      } else if (problem.code === "not_admitted") {
        void router.navigate({
          to: "/booking/showtimes/$id/waiting-room",
          params: { id: String(wish.showtimeId) },
        });
      }
    },
  });
  const reserve = (wish: ReserveBody) => {
    if (user === undefined) {
      signIn();
      return false;
    }
    mutate(wish);
    return true;
  };
  return { reserve, isSending: isPending };
}
