import { formatDay, formatTime } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { Money } from "@/kit/Money";
import { seatsPath } from "../browse/paths";
import styles from "./Chat.module.css";
import { ResultCard } from "./ResultCard";
import type { ChatAnswer } from "./useChat";

interface Props {
  readonly results: ChatAnswer["results"];
  readonly onLeave: () => void;
}

/** What an answer speaks of, each with the way there. */
export function ChatResults({ results, onLeave }: Props) {
  const { films, showtimes, bookings, links } = results;
  if (films.length + showtimes.length + bookings.length + links.length === 0) return null;
  return (
    <ul className={styles.results} aria-label="Results">
      {films.map((film) => (
        <ResultCard
          key={`film-${film.id}`}
          to={`/booking/films/${film.id}`}
          title={film.title}
          line={`${film.genre}, ${film.durationMinutes} min`}
          onLeave={onLeave}
        />
      ))}
      {showtimes.map((show) => (
        <ResultCard
          key={`show-${show.id}`}
          to={seatsPath(show.id)}
          title={show.movieTitle}
          line={`${formatDay(new Date(show.startsAt))}, ${formatTime(new Date(show.startsAt))} · ${show.theaterName}, ${show.city} · ${show.free === 0 ? "sold out" : `${show.free} free`}`}
          side={<Money cents={show.priceCents} currency={show.currency} />}
          onLeave={onLeave}
        />
      ))}
      {bookings.map((booking) => (
        <ResultCard
          key={`booking-${booking.bookingId}`}
          to={`/booking/bookings?open=${booking.bookingId}`}
          title={booking.movieTitle ?? "Booking"}
          line={`${booking.seats.join(", ")} · ${booking.status}`}
          side={<Money cents={booking.amountCents} currency={booking.currency} />}
          onLeave={onLeave}
        />
      ))}
      {links.map((link) => (
        <li key={link.href}>
          <LinkAnchor to={link.href} onClick={onLeave}>
            {link.label}
          </LinkAnchor>
        </li>
      ))}
    </ul>
  );
}
