import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Dashboard } from "@/kit/dashboard/Dashboard";
import { Freshness } from "@/kit/dashboard/Freshness";
import { QueryFreshness } from "@/kit/dashboard/QueryFreshness";
import tabs from "@/kit/dashboard/tabs.module.css";
import type { TopicStatus } from "@/live/useTopic";
import { leaderboards } from "../..";
import { GameFilters } from "./GameFilters";
import type { GameSearch } from "./gameSearch";
import { pages } from "./pages";
import { GameContext, useGameOf } from "./useGame";

interface Props {
  readonly title: string;
  readonly description: string;
  readonly search: GameSearch;
  readonly change: (change: GameSearch) => void;
  /** Whether the page is about one mode at a time, so that there is always one. */
  readonly isOfMode?: boolean;
  /** Given by a page about this moment, which is told what happens: then there is no time to choose. */
  readonly freshness?: { readonly at: number; readonly status: TopicStatus };
  /** Whether the page is about all modes together: then there is none to choose. */
  readonly isOfAll?: boolean;
  /** Whether the page is about what is known now: then there is no time to choose, either. */
  readonly isOfNow?: boolean;
  /** Beside the title: exports. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** It is told twice a second. */
const liveStaleMs = 5000;

/** What the dashboard's pages have in common: the filters, which go along from one to the next. */
export function GameFrame(props: Props) {
  const {
    title,
    description,
    search,
    change,
    isOfMode = false,
    isOfAll = false,
    isOfNow = false,
    freshness,
    actions,
    children,
  } = props;
  const game = useGameOf(search, change);
  return (
    <GameContext value={game}>
      <Dashboard
        title={title}
        description={description}
        hue={leaderboards.hue}
        actions={
          <>
            {freshness === undefined ? (
              <QueryFreshness of={["leaderboards", "insight"]} isOpen={game.isOpen} />
            ) : (
              <Freshness at={freshness.at} staleMs={liveStaleMs} isFailing={freshness.status === "late"} />
            )}
            {actions}
          </>
        }
        filters={
          <>
            <nav className={tabs.tabs} aria-label="Dashboard">
              {pages.map(({ to, label }) => (
                <Link
                  key={to}
                  to={to}
                  search={search}
                  className={tabs.tab}
                  activeOptions={{ exact: true, includeSearch: false }}
                  activeProps={{ "data-active": true }}
                >
                  {label}
                </Link>
              ))}
            </nav>
            <GameFilters isOfMode={isOfMode} isOfAll={isOfAll} isOfNow={isOfNow || freshness !== undefined} />
          </>
        }
      >
        {children}
      </Dashboard>
    </GameContext>
  );
}
