import { Anchor } from "@mantine/core";
import { IconServer } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { formatBytes, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import type { ClusterNode } from "./clusterQuery";
import { hrefOf, silenceOf, spansOf, standingOf, versionOf } from "./clusterWords";
import { NodeName } from "./NodeName";

const columns: readonly Column<ClusterNode>[] = [
  { id: "name", header: "Node", width: "minmax(136px, 2fr)", cell: (each) => <NodeName node={each} /> },
  {
    id: "state",
    header: "State",
    width: "88px",
    cell: ({ state }) => {
      const { meaning, word } = standingOf(state);
      return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
    },
  },
  {
    id: "shards",
    header: "Shards",
    width: "minmax(88px, 1fr)",
    cell: ({ shards }) => {
      const words = shards.length === 0 ? "None" : `${formatExact(shards.length)}: ${spansOf(shards)}`;
      return <span title={words}>{words}</span>;
    },
  },
  {
    id: "lag",
    header: "Lag",
    width: "72px",
    align: "end",
    cell: (each) => <span title={`${formatExact(each.lagBytes)} bytes`}>{formatBytes(each.lagBytes)}</span>,
  },
  { id: "silent", header: "Silent for", width: "80px", align: "end", cell: silenceOf },
  {
    id: "started",
    header: "Started",
    width: "112px",
    from: 720,
    cell: (each) => <RelativeTime at={each.startedAt} />,
  },
  {
    id: "version",
    header: "Version",
    width: "112px",
    from: 820,
    cell: ({ version }) => <span title={version}>{versionOf(version) || missing}</span>,
  },
  {
    id: "address",
    header: "Address",
    width: "minmax(144px, 2fr)",
    from: 640,
    cell: ({ url, link }) => {
      const href = hrefOf(url);
      return href === undefined ? (
        url || missing
      ) : (
        <Anchor href={href} title={link === "" ? undefined : `Other nodes reach it at ${link}`} inherit>
          {href}
        </Anchor>
      );
    },
  },
  {
    id: "link",
    header: "Link",
    width: "minmax(128px, 1fr)",
    from: 960,
    cell: (each) => each.link || missing,
  },
];

interface Props {
  readonly nodes: readonly ClusterNode[];
}

/** Every node, one a row. */
export function NodeTable({ nodes }: Props) {
  return (
    <VirtualTable
      isFitted
      label="Nodes"
      rows={rowsOf(nodes)}
      rowKey={(each) => String(each.number)}
      columns={columns}
      rowHeight={32}
      empty={<EmptyState icon={IconServer} title="No node is known yet" />}
    />
  );
}
