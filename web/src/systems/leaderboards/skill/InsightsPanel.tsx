import { IconBulb } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, formatPercent } from "@/kit/format";
import styles from "./Skill.module.css";
import { type Insights, insightsQuery } from "./skillQueries";

interface Props {
  readonly id: string;
}

/** What a player's scores depend on, with what to make of it. */
export function InsightsPanel({ id }: Props) {
  const insights = useQuery(insightsQuery(id));
  return (
    <Panel
      title="What your scores depend on"
      note={
        insights.data === undefined ? undefined : `In the latest ${formatExact(insights.data.games)} games.`
      }
      span={6}
      state={insights}
      height={160}
    >
      {insights.data === undefined ? null : <Findings report={insights.data} />}
    </Panel>
  );
}

function Findings({ report }: { readonly report: Insights }) {
  const { insights, summary, wordedBy } = report;
  if (insights.length === 0) return <EmptyState icon={IconBulb} title="Nothing to tell yet" text={summary} />;
  return (
    <>
      {wordedBy === "local" ? null : (
        <p className={styles.dim}>
          {summary} <em>Worded by {wordedBy}.</em>
        </p>
      )}
      <ul className={styles.list}>
        {insights.map((each) => (
          <li key={`${each.factor} ${each.group}`}>
            <p>
              <strong>{each.words}</strong> {each.advice}
            </p>
            <p className={styles.dim}>
              {each.factor === "mode"
                ? `Between ${each.low.toFixed(1)} and ${each.high.toFixed(1)} deviations, with 95 % confidence.`
                : `Between ${formatPercent(each.low)} and ${formatPercent(each.high)}, with 95 % confidence.`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
