import { SegmentedControl, Skeleton } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useUser } from "@/auth/useSession";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { Dashboard } from "@/kit/dashboard/Dashboard";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatDateTime, formatExact } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { leaderboards } from "..";
import { modesQuery } from "../board/boardQueries";
import { regionName } from "../board/regions";
import { InsightsPanel } from "../skill/InsightsPanel";
import { OpponentsPanel } from "../skill/OpponentsPanel";
import { ProjectionsPanel } from "../skill/ProjectionsPanel";
import { SkillPanel } from "../skill/SkillPanel";
import { FollowButton } from "./FollowButton";
import { HistoryPanels } from "./HistoryPanels";
import { LeaguePanel } from "./LeaguePanel";
import { ModesPanel } from "./ModesPanel";
import { PlacesPanel } from "./PlacesPanel";
import { type PlayerStats, placesQuery, playerQuery } from "./playerQueries";

const route = getRouteApi("/leaderboards/players/$id");

/** A player: what has been played, and how the player stands and stood in each game mode. */
export function PlayerPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const user = useUser();
  const isOwn = user !== undefined && (String(user.id) === id || user.role === "admin");
  const player = useQuery(playerQuery(id));
  const modes = useQuery(modesQuery);
  const played = player.data?.modes ?? [];
  const mode = played.find(({ gameMode }) => gameMode === search.mode) ?? played[0];
  const places = useQuery({ ...placesQuery(id, mode?.gameMode ?? ""), enabled: mode !== undefined });
  const nameOf = (slug: string) => modes.data?.find((each) => each.id === slug)?.name ?? slug;
  if (player.isError && player.data === undefined)
    return (
      <Page title="Player">
        <ErrorState problem={player.error} onRetry={() => void player.refetch()} />
      </Page>
    );
  if (player.data === null)
    return (
      <Page title="Player">
        <EmptyState
          icon={IconUserQuestion}
          title="There is no such player"
          text="Somebody becomes a player with the first score."
          isPage
          action={<LinkButton to="/leaderboards">To the boards</LinkButton>}
        />
      </Page>
    );
  return (
    <Dashboard
      title={player.data?.username ?? "Player"}
      description={player.data === undefined ? "\u00a0" : aboutOf(player.data)}
      hue={leaderboards.hue}
      actions={user === undefined || String(user.id) === id ? null : <FollowButton id={id} />}
      filters={
        played.length < 2 ? null : (
          <SegmentedControl
            aria-label="Game mode"
            data={played.map(({ gameMode }) => ({ value: gameMode, label: nameOf(gameMode) }))}
            value={mode?.gameMode ?? ""}
            onChange={(value) => void navigate({ search: { mode: value }, replace: true })}
            mb="md"
          />
        )
      }
    >
      <BigNumbers label="All game modes">
        <BigNumber label="Games" value={player.data?.gamesPlayed} unit="count" isLoading={player.isPending} />
        <BigNumber label="Points" value={player.data?.totalScore} unit="count" isLoading={player.isPending} />
        <BigNumber
          label="Points a game"
          value={player.data?.gamesPlayed === 0 ? undefined : player.data?.averageScore}
          unit="count"
          isLoading={player.isPending}
        />
        <BigNumber
          label={mode === undefined ? "Rank" : `Rank in ${nameOf(mode.gameMode)}`}
          value={mode?.rank ?? undefined}
          unit="count"
          note={mode?.rank != null && mode.rank >= 1000 ? formatExact(mode.rank) : undefined}
          isLoading={player.isPending}
        />
      </BigNumbers>
      {player.isPending ? (
        <Skeleton height={320} />
      ) : mode === undefined ? null : (
        <PanelGrid>
          <SkillPanel id={id} />
          <OpponentsPanel
            key={`match ${mode.gameMode}`}
            id={id}
            mode={mode.gameMode}
            name={nameOf(mode.gameMode)}
          />
          {isOwn ? (
            <>
              <InsightsPanel id={id} />
              <ProjectionsPanel id={id} mode={mode.gameMode} name={nameOf(mode.gameMode)} />
            </>
          ) : null}
          <PlacesPanel places={places} name={nameOf(mode.gameMode)} />
          <ModesPanel modes={played} nameOf={nameOf} />
          <HistoryPanels key={mode.gameMode} id={id} mode={mode.gameMode} name={nameOf(mode.gameMode)} />
          <LeaguePanel places={places} id={id} />
        </PanelGrid>
      )}
    </Dashboard>
  );
}

function aboutOf({ level, region, memberSince }: PlayerStats): string {
  const parts = [`Level ${level}`];
  if (region != null) parts.push(regionName(region));
  if (memberSince != null)
    parts.push(`plays since ${formatDateTime(new Date(memberSince)).split(",").slice(0, 2).join(",")}`);
  return parts.join(", ");
}
