import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { formatDateTime, formatExact, timeZone } from "@/kit/format";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { type ContestTerms, type Phase, rulesOf } from "./contest";
import styles from "./Events.module.css";

const phases = {
  running: ["good", "Running"],
  upcoming: ["info", "To come"],
  over: ["neutral", "Over"],
} as const satisfies Record<Phase, readonly [string, string]>;

interface Props {
  readonly contest: ContestTerms & { readonly participants: number };
  readonly phase: Phase;
  readonly onOpen: () => void;
  /** What a player can do: join. */
  readonly action: ReactNode;
}

/** An event or a tournament: when, by which rules, and who is in it. */
export function ContestCard({ contest, phase, onOpen, action }: Props) {
  const [meaning, word] = phases[phase];
  const when = phase === "upcoming" ? contest.startsAt : contest.endsAt;
  const span = `${formatDateTime(new Date(contest.startsAt))} to ${formatDateTime(new Date(contest.endsAt))} ${timeZone}`;
  return (
    <li className={styles.card}>
      <header className={styles.head}>
        <h3>{contest.name}</h3>
        <StatusBadge meaning={meaning}>{word}</StatusBadge>
      </header>
      <p className={styles.when} title={span}>
        {phase === "upcoming" ? "Begins " : phase === "running" ? "Ends " : "Ended "}
        <RelativeTime at={when} />
        {contest.participants === 0 ? "" : `, ${formatExact(contest.participants)} players`}
      </p>
      <ul className={styles.rules} aria-label="Rules">
        {rulesOf(contest).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="default" onClick={onOpen} aria-label={`Show the board of ${contest.name}`}>
          Show the board
        </Button>
        {action}
      </div>
    </li>
  );
}
