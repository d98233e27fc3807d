import { Skeleton, Text } from "@mantine/core";
import { IconArmchair } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { formatDay, formatDuration, formatExact, formatTime } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import { useNow } from "@/kit/useNow";
import { Zone } from "@/kit/Zone";
import { ageLabel } from "../film/ageLabel";
import { Poster } from "../film/Poster";
import { FillLevel } from "./FillLevel";
import { fillOf } from "./fill";
import { filmQuery } from "./lists";
import { seatsPath } from "./paths";
import { filmOf, type Showtime } from "./Showtime";
import styles from "./ShowtimeDetails.module.css";

interface Props {
  readonly showtime: Showtime;
}

/** A showtime in full: film, place, prices, how full it is, and the way to its seats. */
export function ShowtimeDetails({ showtime }: Props) {
  const film = useQuery(filmQuery(showtime.movieId));
  const fill = fillOf(showtime, useNow(60_000));
  const [from, to] = [new Date(showtime.startsAt), new Date(showtime.endsAt)];
  const movie = film.data?.movie;
  return (
    <div className={styles.details}>
      <div className={styles.head}>
        <div className={styles.poster}>
          <Poster film={filmOf(showtime)} isEager />
        </div>
        <div className={styles.facts}>
          <p className={styles.when}>
            {formatDay(from)}
            <br />
            <strong>{formatTime(from)}</strong> to {formatTime(to)}
            <Zone />
          </p>
          <p>
            {showtime.theaterName}
            <br />
            <span className={styles.dim}>{showtime.city}</span>
          </p>
          <p className={styles.dim}>
            {[
              showtime.genre,
              formatDuration(showtime.durationMinutes * 60_000),
              ageLabel(showtime.rating),
            ].join(" · ")}
          </p>
        </div>
      </div>

      <div className={styles.description}>
        {movie === undefined ? <Skeleton height={40} /> : <Text>{movie.description}</Text>}
        <LinkAnchor to="/booking/films/$id" params={{ id: showtime.movieId }}>
          All showtimes of this film
        </LinkAnchor>
      </div>

      <section aria-label="Seats" className={styles.box}>
        <FillLevel showtime={showtime} isBare />
        <p className={styles.dim}>
          <strong>{fill.state === "open" ? `${formatExact(showtime.free)} free` : fill.label}</strong> of{" "}
          {formatExact(showtime.capacity)}
          {showtime.held > 0 ? `, ${formatExact(showtime.held)} held by others just now` : ""}
          {showtime.together > 1 && showtime.free > 0
            ? `; up to ${showtime.together > 10 ? "10 or more" : showtime.together} side by side`
            : ""}
        </p>
        {showtime.hasWaitingRoom ? (
          <p>
            <StatusBadge meaning="info">Waiting room</StatusBadge>
          </p>
        ) : null}
      </section>

      <section aria-label="Prices" className={styles.box}>
        <dl className={styles.prices}>
          {showtime.zones.map((zone) => (
            <div key={zone.name}>
              <dt>{zone.name}</dt>
              <dd>
                <Money cents={zone.priceCents} currency={showtime.currency} />
              </dd>
            </div>
          ))}
        </dl>
      </section>

      <div className={styles.action}>
        <LinkButton
          to={seatsPath(showtime.id)}
          size="md"
          fullWidth
          disabled={showtime.status === "cancelled"}
          variant={fill.state === "full" ? "default" : "filled"}
          leftSection={<IconArmchair size={20} aria-hidden />}
        >
          {fill.state === "full" ? "See the seats or wait for one" : "Choose seats"}
        </LinkButton>
      </div>
    </div>
  );
}
