import { IconChartDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact } from "@/kit/format";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Skill.module.css";
import { type Skill, skillQuery } from "./skillQueries";
import { standingWords, tierWords } from "./skillWords";

interface Props {
  readonly id: string;
}

/** Ratings lie between these, but for a few. */
const [lowest, middle, highest] = [700, 1500, 2300];

const place = (rating: number) =>
  `${(100 * (Math.min(highest, Math.max(lowest, rating)) - lowest)) / (highest - lowest)}%`;

/** How good a player is, how sure that is, and what it means beside everybody. */
export function SkillPanel({ id }: Props) {
  const skill = useQuery(skillQuery(id));
  return (
    <Panel
      title="Skill"
      note="Rated anew with every game, whatever the mode."
      span={6}
      state={skill}
      height={160}
    >
      {skill.data == null ? (
        <EmptyState icon={IconChartDots} title="Not rated yet" text="The first games that count say more." />
      ) : (
        <Rating skill={skill.data} />
      )}
    </Panel>
  );
}

function Rating({ skill }: { readonly skill: Skill }) {
  const { rating, deviation, low, high, tier, isProvisional } = skill;
  return (
    <div className={styles.skill}>
      <p className={styles.rating}>
        <strong>{formatExact(rating)}</strong>
        <span className={styles.figure}>± {formatExact(deviation)}</span>
        <StatusBadge meaning={isProvisional ? "warning" : "info"}>{tierWords(tier)}</StatusBadge>
      </p>
      <p className={styles.dim}>
        {standingWords(skill)}
        {isProvisional ? " A few more games make it surer." : ""}
      </p>
      <div
        className={styles.scale}
        role="img"
        aria-label={`Rating ${rating}, with 95 % confidence between ${low} and ${high}; 1,500 is the middle.`}
      >
        <span
          className={styles.band}
          style={{ left: place(low), width: `calc(${place(high)} - ${place(low)})` }}
        />
        <span className={styles.mark} style={{ left: place(rating) }} />
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{formatExact(lowest)}</span>
        <span>{formatExact(middle)}</span>
        <span>{formatExact(highest)}</span>
      </div>
    </div>
  );
}
