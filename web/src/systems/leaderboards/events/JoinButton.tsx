import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { useUser } from "@/auth/useSession";
import { StatusBadge } from "@/kit/StatusBadge";
import { toast, toastProblem } from "@/kit/toast";
import { phaseOf } from "./contest";
import { type Contest, contestsKey, joinContest } from "./contestQueries";

interface Props {
  readonly contest: Contest;
  readonly now: number;
}

/** Joins a tournament, or says that one has; nothing where there is nothing to join. */
export function JoinButton({ contest, now }: Props) {
  const user = useUser();
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const joining = useMutation({
    mutationFn: () => joinContest(contest, keys.keyFor({ id: contest.id, mode: contest.mode })),
    onSuccess: () => {
      keys.settle();
      toast(`You are in “${contest.name}”.`);
      return queries.invalidateQueries({ queryKey: contestsKey });
    },
    onError: toastProblem,
  });
  if (!contest.needsJoining || user === undefined) return null;
  if (contest.hasJoined) return <StatusBadge meaning="good">Joined</StatusBadge>;
  if (contest.hasEnded || phaseOf(contest, now) === "over") return null;
  const isFull = contest.maxPlayers > 0 && contest.participants >= contest.maxPlayers;
  if (isFull) return <StatusBadge meaning="neutral">Full</StatusBadge>;
  return (
    <Button loading={joining.isPending} onClick={() => joining.mutate()} aria-label={`Join ${contest.name}`}>
      Join
    </Button>
  );
}
