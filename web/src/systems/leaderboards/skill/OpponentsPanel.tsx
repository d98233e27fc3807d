import { Button } from "@mantine/core";
import { IconSwords } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { opponentColumns } from "./opponentColumns";
import { opponentsQuery } from "./skillQueries";

interface Props {
  readonly id: string;
  readonly mode: string;
  /** The game mode's name. */
  readonly name: string;
}

/** Looks for fair opponents when asked. */
export function OpponentsPanel({ id, mode, name }: Props) {
  const [isAsked, setAsked] = useState(false);
  const found = useQuery({ ...opponentsQuery(id, mode), enabled: isAsked });
  const opponents = found.data?.opponents ?? [];
  const search = (
    <Button
      size="xs"
      loading={found.isFetching}
      onClick={() => (isAsked ? void found.refetch() : setAsked(true))}
    >
      {isAsked ? "Look again" : "Find a match"}
    </Button>
  );
  return (
    <Panel
      title={`Fair opponents in ${name}`}
      note="Of about the same skill, near and active lately first."
      span={6}
      height={208}
      actions={isAsked ? search : undefined}
    >
      {found.isError && found.data === undefined ? (
        <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
      ) : !isAsked || (found.data !== undefined && opponents.length === 0) ? (
        <EmptyState
          icon={IconSwords}
          title={isAsked ? "Nobody near enough has played lately" : "Whom to play?"}
          text={
            isAsked
              ? "Somebody of this skill turns up with the next games."
              : "Five players with whom a game is open."
          }
          action={isAsked ? undefined : search}
        />
      ) : (
        <VirtualTable
          label="Opponents"
          rows={rowsOf(opponents)}
          rowKey={(each) => String(each.playerId)}
          columns={opponentColumns}
          rowHeight={32}
          isLoading={found.isPending}
          isFitted
        />
      )}
    </Panel>
  );
}
