import type { Schemas } from "@/api/client";
import { CompactNumber } from "@/kit/CompactNumber";
import { formatDuration, formatExact, timeZone } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { Money } from "@/kit/Money";
import { AskButton } from "../chat/AskButton";
import { ageLabel } from "./ageLabel";
import styles from "./Film.module.css";
import { Poster } from "./Poster";

interface Props {
  readonly detail: Schemas["MovieDetailAnswer"];
}

const released = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone });

/** Poster, title, facts. */
export function FilmHead({ detail }: Props) {
  const { movie, upcomingCount, fromCents, soldCount, cities, next } = detail;
  return (
    <header className={styles.head}>
      <div className={styles.poster}>
        <Poster film={movie} isEager />
      </div>
      <div className={styles.text}>
        <LinkAnchor to="/booking/films" search={{ genre: movie.genre }} className={styles.genre}>
          {movie.genre}
        </LinkAnchor>
        <h1 tabIndex={-1} className={styles.title}>
          {movie.title}
        </h1>
        <p className={styles.line}>
          {formatDuration(movie.durationMinutes * 60_000)} · {ageLabel(movie.rating)} ·{" "}
          {released.format(new Date(`${movie.releasedOn}T00:00:00Z`))}
        </p>
      </div>
      <div className={styles.about}>
        <p className={styles.description}>{movie.description}</p>
        <div className={styles.known}>
          <dl className={styles.facts}>
            <div>
              <dt>Showtimes to come</dt>
              <dd className="tabular">{formatExact(upcomingCount)}</dd>
            </div>
            <div>
              <dt>Cities</dt>
              <dd className="tabular" title={cities.join(", ")}>
                {formatExact(cities.length)}
              </dd>
            </div>
            <div>
              <dt>Standard from</dt>
              <dd>
                <Money
                  cents={upcomingCount === 0 ? undefined : fromCents}
                  currency={next[0]?.currency ?? "EUR"}
                />
              </dd>
            </div>
            <div>
              <dt>Booked</dt>
              <dd>
                <CompactNumber value={soldCount} />
              </dd>
            </div>
          </dl>
          <AskButton openers={questionsOf(movie.title)} />
        </div>
      </div>
    </header>
  );
}

function questionsOf(film: string): readonly string[] {
  return [
    `When is ${film} playing?`,
    `Seats for 2 for ${film}`,
    `What do tickets for ${film} cost?`,
    "Can I get a refund?",
  ];
}
