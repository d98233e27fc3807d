import { useQueries, useQuery } from "@tanstack/react-query";
import { api, take } from "@/api/client";
import { formatCompact } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { modesQuery } from "../board/boardQueries";
import styles from "./TopPlayers.module.css";

const places = 3;

/** Who is first in each game mode today: the way from the home page straight to the players. */
export function TopPlayers() {
  const { data: modes = [] } = useQuery(modesQuery);
  const boards = useQueries({
    queries: modes.map(({ id }) => ({
      queryKey: ["leaderboards", "glance", id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        take(
          api.GET("/leaderboards/api/leaderboard/{mode}/top100", { params: { path: { mode: id } }, signal }),
        ),
      staleTime: 30_000,
    })),
  });
  const shown = modes.flatMap(({ id, name }, i) => {
    const rows = boards[i]?.data?.rows.slice(0, places) ?? [];
    return rows.length === 0 ? [] : [{ id, name, rows }];
  });
  // The home page is complete without it; what is wrong is said where one goes to look.
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="top-players" className={styles.top}>
      <h3 id="top-players">At the top</h3>
      <ul className={styles.modes}>
        {shown.map(({ id, name, rows }) => (
          <li key={id}>
            <h4>{name}</h4>
            <ol>
              {rows.map(({ playerId, username, score }) => (
                <li key={playerId}>
                  <LinkAnchor
                    to="/leaderboards/players/$id"
                    params={{ id: String(playerId) }}
                    className={styles.name}
                  >
                    {username}
                  </LinkAnchor>
                  <span className={styles.score}>{formatCompact(score)}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}
