import { Button } from "@mantine/core";
import { IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toastProblem } from "@/kit/toast";
import { follow, friendsQuery } from "./playerQueries";

interface Props {
  readonly id: string;
}

/** Follows a player, so that both stand on the board of friends. */
export function FollowButton({ id }: Props) {
  const queries = useQueryClient();
  const friends = useQuery(friendsQuery);
  const change = useMutation({
    mutationFn: (isFollowed: boolean) => follow(id, isFollowed),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["leaderboards"] }),
    onError: toastProblem,
  });
  const isFollowed = friends.data?.items.some(({ playerId }) => String(playerId) === id) ?? false;
  const Icon = isFollowed ? IconUserMinus : IconUserPlus;
  return (
    <Button
      variant={isFollowed ? "default" : "filled"}
      leftSection={<Icon size={16} aria-hidden />}
      disabled={friends.data === undefined}
      loading={change.isPending}
      onClick={() => change.mutate(!isFollowed)}
    >
      {isFollowed ? "Unfollow" : "Follow"}
    </Button>
  );
}
