import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, take } from "@/api/client";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { toast } from "@/kit/toast";
import { parkedQuery } from "./consumerQueries";
import { ParkedFactCard } from "./ParkedFactCard";

interface Props {
  readonly name: string;
  /** How many there are, as the consumer counts them. */
  readonly count: number;
}

/** What a consumer gave up on, to be tried again or forgotten. */
export function ParkedList({ name, count }: Props) {
  const client = useQueryClient();
  const parked = useInfiniteQuery(parkedQuery(name));
  const renew = () => client.invalidateQueries({ queryKey: ["operations"] });
  // The list follows the count, which is read every two seconds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the count's change matters
  useEffect(() => {
    void parked.refetch();
  }, [count]);

  if (parked.isLoadingError)
    return <ErrorState problem={parked.error} onRetry={() => void parked.refetch()} />;
  if (parked.data === undefined) return <Skeleton height={120} />;
  const items = parked.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState
        icon={IconInbox}
        title="Nothing is parked"
        text="A fact that fails again and again is set aside here, so that those behind it are handled."
      />
    );

  const replayAll = async () => {
    const { handled, stillParked } = await take(
      api.POST("/api/admin/consumers/{name}/parked/replay", { params: { path: { name } } }),
    );
    toast(`${handled} handled, ${stillParked} still parked.`, stillParked === 0 ? "good" : "warning");
    await renew();
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={600}>Parked facts</Text>
        <ConfirmButton
          size="xs"
          label="Replay all"
          question="Try every parked fact again?"
          consequence={`${count} facts are handed to ${name} once more, one after the other. Those that fail stay.`}
          confirm="Replay all"
          onConfirm={replayAll}
        />
      </Group>
      {items.map((fact) => (
        <ParkedFactCard key={fact.position} name={name} fact={fact} onDone={renew} />
      ))}
      {parked.hasNextPage ? (
        <Button
          variant="default"
          loading={parked.isFetchingNextPage}
          onClick={() => void parked.fetchNextPage()}
        >
          Show the next ones
        </Button>
      ) : null}
    </Stack>
  );
}
