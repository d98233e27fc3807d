import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { formatExact } from "@/kit/format";
import { regionName } from "../board/regions";
import styles from "./Archive.module.css";
import { archiveQuery } from "./archiveQueries";
import type { ArchiveType } from "./archiveSearch";
import { rewardOf } from "./rewards";

interface Props {
  readonly mode: string;
  readonly type: ArchiveType;
  readonly window: string;
}

/** Who stood where when it ended. */
export function FinalStandings({ mode, type, window }: Props) {
  const query = useQuery(archiveQuery(mode, type, window));
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton height={400} />
    );
  }
  const { rows, rewards } = query.data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on small screens
    <section className={styles.scroll} aria-label={`Final standings of ${window}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Rank
            </th>
            <th scope="col">Player</th>
            <th scope="col">Region</th>
            <th scope="col" className={styles.number}>
              Score
            </th>
            <th scope="col">Reward</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rank, playerId, username, region, score }) => (
            <tr key={String(playerId)}>
              <td className={styles.number}>{rank}</td>
              <td>
                <Link to="/leaderboards/players/$id" params={{ id: String(playerId) }} search={{ mode }}>
                  {username === "" ? `Player ${playerId}` : username}
                </Link>
              </td>
              <td>{region == null ? "" : regionName(region)}</td>
              <td className={styles.number}>{formatExact(score)}</td>
              <td>{rewardOf(rewards, rank) ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
