import { formatExact, formatPercent } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { regionName } from "../board/regions";
import type { Opponent } from "./skillQueries";
import { traitWords } from "./skillWords";

/** The columns of opponents. */
export const opponentColumns: readonly Column<Opponent>[] = [
  {
    id: "name",
    header: "Player",
    width: "minmax(120px, 2fr)",
    cell: ({ playerId, username }) => (
      <LinkAnchor to="/leaderboards/players/$id" params={{ id: String(playerId) }}>
        {username === "" ? `Player ${playerId}` : username}
      </LinkAnchor>
    ),
  },
  { id: "rating", header: "Rating", width: "72px", align: "end", cell: (each) => formatExact(each.rating) },
  {
    id: "chance",
    header: "Chance to win",
    width: "112px",
    align: "end",
    cell: (each) => formatPercent(each.winChance),
  },
  {
    id: "region",
    header: "Region",
    width: "112px",
    from: 560,
    cell: ({ region }) => (region == null ? "" : regionName(region)),
  },
  {
    id: "active",
    header: "Last active",
    width: "120px",
    from: 460,
    cell: (each) => <RelativeTime at={each.lastActiveAt} />,
  },
  {
    id: "traits",
    header: "Why",
    width: "minmax(140px, 2fr)",
    from: 760,
    cell: (each) => traitWords(each.traits),
  },
];
