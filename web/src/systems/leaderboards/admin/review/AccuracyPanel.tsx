import { Stack } from "@mantine/core";
import { BarChart } from "@/kit/charts/BarChart";
import { formatExact, formatPercent } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { RelativeTime } from "@/kit/RelativeTime";
import { accuracyColumns } from "./accuracyColumns";
import { reasonWords } from "./caseWords";
import type { Accuracy } from "./evidenceQueries";
import styles from "./Review.module.css";

interface Props {
  readonly accuracy: Accuracy;
}

/** How good flags have been by what humans made of them, and which patterns and rules they were about. */
export function AccuracyPanel({ accuracy }: Props) {
  const { analyzer, rules, patterns, brokenRules, recall, knownCheaters, missed, trainedAt } = accuracy;
  return (
    <Stack>
      <dl className={styles.facts}>
        <div>
          <dt>Recall</dt>
          <dd>
            {knownCheaters === 0
              ? "No cheater is known yet"
              : `${formatPercent(recall)} of ${formatExact(knownCheaters)} known cheaters were flagged by the analyzer; it missed ${formatExact(missed)}`}
          </dd>
        </div>
        <div>
          <dt>Last learned</dt>
          <dd>{trainedAt == null ? "Not since the start" : <RelativeTime at={trainedAt} />}</dd>
        </div>
      </dl>
      <section aria-labelledby="precision">
        <h3 id="precision" className={styles.heading}>
          Precision by kind and pattern
        </h3>
        <p className={styles.note}>
          True positives are cases a human upheld, false positives those that were cleared. Recall is an
          estimate: nobody knows the cheaters nobody found.
        </p>
        <VirtualTable
          label="Precision"
          rows={rowsOf([analyzer, rules, ...patterns])}
          rowKey={(each) => each.name}
          columns={accuracyColumns}
          rowHeight={32}
          isFitted
        />
      </section>
      <section aria-labelledby="broken-rules">
        <h3 id="broken-rules" className={styles.heading}>
          Broken rules
        </h3>
        <BarChart
          name="Broken rules"
          data={{
            of: "Rule",
            series: ["Submissions"],
            unit: "count",
            items: brokenRules.map(({ rule, submissions }) => ({
              key: rule,
              name: reasonWords(rule),
              values: [submissions],
            })),
          }}
          height={160}
        />
      </section>
    </Stack>
  );
}
