import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useUser } from "@/auth/useSession";
import { toast, toastProblem } from "@/kit/toast";
import { type Hold, holdOfAnswer } from "./Hold";
import { holdQuery } from "./showQueries";

/** What is held for whoever is signed in, and what can be done with it. */
export interface HoldControl {
  readonly hold: Hold | undefined;
  readonly isBusy: boolean;
  /** A reservation gave one. */
  readonly take: (answer: Schemas["HoldAnswer"]) => void;
  /** It is over: paid, given back or lapsed. */
  readonly forget: () => void;
  readonly extend: () => void;
  /** Gives it back; true when it is. */
  readonly release: () => Promise<boolean>;
}

/** Keeps a showtime's hold; extending is tried once, since the server allows no more. */
export function useHold(showtimeId: string): HoldControl {
  const queries = useQueryClient();
  const user = useUser();
  const options = holdQuery(showtimeId, user?.id === undefined ? undefined : String(user.id));
  const { data } = useQuery(options);
  const hold = user === undefined ? undefined : (data ?? undefined);
  const set = (next: Hold | null) => queries.setQueryData(options.queryKey, next);

  const extension = useMutation({
    mutationFn: (held: Hold) =>
      take(
        api.POST("/booking/api/bookings/{booking_id}/extend", {
          params: { path: { booking_id: held.bookingId } },
        }),
      ),
    onSuccess: (answer, held) => {
      set({ ...holdOfAnswer(answer), rung: held.rung, isOffer: held.isOffer, mayExtend: false });
      toast("Held for a full period from now.");
    },
    onError: (error, held) => {
      const problem = asProblem(error);
      if (problem.code === "no_more_extensions") set({ ...held, mayExtend: false });
      if (problem.status === 409 && problem.code !== "no_more_extensions")
        void queries.invalidateQueries(options);
      toastProblem(error);
    },
  });
  const release = useMutation({
    mutationFn: (held: Hold) =>
      done(
        api.DELETE("/booking/api/bookings/{booking_id}", {
          params: { path: { booking_id: held.bookingId } },
        }),
      ),
    onSuccess: () => set(null),
    onError: (error) => {
      void queries.invalidateQueries(options);
      toastProblem(error);
    },
  });

  return {
    hold,
    isBusy: extension.isPending || release.isPending,
    take: (answer) => set(holdOfAnswer(answer)),
    forget: () => {
      set(null);
      void queries.invalidateQueries({ queryKey: options.queryKey });
    },
    extend: () => {
      if (hold !== undefined) extension.mutate(hold);
    },
    release: async () => {
      if (hold === undefined) return true;
      try {
        await release.mutateAsync(hold);
        return true;
      } catch {
        return false;
      }
    },
  };
}
