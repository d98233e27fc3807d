import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { formatDuration, formatMoney, formatPercent } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Alerts.module.css";
import type { Alert } from "./alertQueries";
import { alertStateOf, severityOf, titled } from "./alertWords";
import { ResolveForm } from "./ResolveForm";

interface Props {
  readonly alert: Alert;
}

/** What an alert says, how it came along, and what can be done about it. */
export function AlertDetail({ alert }: Props) {
  const severity = severityOf(alert.severity);
  const state = alertStateOf(alert.state);
  const { link } = alert.details;
  return (
    <Stack gap="md">
      <Group gap="md">
        <StatusBadge meaning={severity.meaning}>{severity.word}</StatusBadge>
        <StatusBadge meaning={state.meaning}>{state.word}</StatusBadge>
      </Group>
      <p className={styles.text}>{alert.text}</p>
      {link?.startsWith("/") ? (
        <LinkButton to={link} variant="default" className={styles.link}>
          {alert.details.suggestedPriceCents === undefined ? "Open it" : "See the price advice"}
        </LinkButton>
      ) : null}
      <dl className={styles.facts}>
        {factsOf(alert).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {alert.state === "resolved" ? null : <ResolveForm alert={alert} />}
    </Stack>
  );
}

function factsOf(alert: Alert): readonly (readonly [string, ReactNode])[] {
  const { details, raisedAt, acknowledgedAt, resolvedAt } = alert;
  const facts: (readonly [string, ReactNode])[] = [["System", titled(alert.system)]];
  const money = (cents: string) => formatMoney(Number(cents), details.currency);
  if (details.expectedOccupancy !== undefined)
    facts.push(["Expected occupancy", formatPercent(Number(details.expectedOccupancy))]);
  if (details.currentPriceCents !== undefined)
    facts.push(["Current price", money(details.currentPriceCents)]);
  if (details.suggestedPriceCents !== undefined)
    facts.push(["Suggested price", money(details.suggestedPriceCents)]);
  if (details.gainPercent !== undefined && details.suggestedPriceCents !== details.currentPriceCents)
    facts.push(["Expected gain", formatPercent(Number(details.gainPercent) / 100)]);
  if (details.confidence !== undefined) facts.push(["Confidence", details.confidence]);
  facts.push(["Raised", <RelativeTime key="raised" at={raisedAt} />]);
  if (acknowledgedAt != null)
    facts.push(["Acknowledged", <RelativeTime key="acknowledged" at={acknowledgedAt} />]);
  if (resolvedAt != null) {
    facts.push(["Resolved", <RelativeTime key="resolved" at={resolvedAt} />]);
    facts.push(["Resolved by", alert.resolvedBy == null ? "itself" : `user ${alert.resolvedBy}`]);
    const tookMs = new Date(resolvedAt).getTime() - new Date(raisedAt).getTime();
    facts.push(["Time to resolve", formatDuration(tookMs)]);
  }
  if (alert.note != null) facts.push(["Resolution note", alert.note]);
  return facts;
}
