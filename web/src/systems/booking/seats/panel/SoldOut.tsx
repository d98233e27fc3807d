import { IconTicketOff } from "@tabler/icons-react";
import { LinkButton } from "@/kit/LinkButton";
import styles from "./ChoicePanel.module.css";

interface Props {
  readonly movieId: string;
}

/** Nothing is left to choose: what else there is. */
export function SoldOut({ movieId }: Props) {
  return (
    <section className={styles.empty} aria-label="Your choice">
      <IconTicketOff size={28} stroke={1.25} aria-hidden />
      <p>Every seat is taken. Wait for some to come back, or see the film another time.</p>
      <LinkButton variant="default" to="/booking/films/$id" params={{ id: movieId }}>
        Other showtimes
      </LinkButton>
    </section>
  );
}
