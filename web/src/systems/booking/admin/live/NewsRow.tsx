import { memo } from "react";
import { formatPercent, missing } from "@/kit/format";
import { Money } from "@/kit/Money";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Live.module.css";
import { type News, type NewsKind, partyOf } from "./news";

const words = {
  reserved: ["info", "Held"],
  offered: ["info", "Offered"],
  confirmed: ["good", "Paid"],
  cancelled: ["bad", "Cancelled"],
  released: ["neutral", "Given back"],
  expired: ["warning", "Ran out"],
} as const satisfies Record<NewsKind, readonly [string, string]>;

interface Props {
  readonly news: News;
  readonly isNew: boolean;
}

/** One thing that happened; drawn once, however many come after it. */
export const NewsRow = memo(function NewsRow({ news, isNew }: Props) {
  const [meaning, word] = words[news.kind];
  const taken = (news.held ?? 0) + (news.sold ?? 0);
  return (
    <tr className={styles.row} data-new={isNew || undefined}>
      <td>
        <StatusBadge meaning={meaning}>{word}</StatusBadge>
      </td>
      <td className={styles.when}>
        <RelativeTime at={news.at} />
      </td>
      <td>
        <span className={styles.title}>{news.movieTitle ?? missing}</span>
        <span className={styles.dim}>{[news.theaterName, news.city].filter(Boolean).join(", ")}</span>
      </td>
      <td>{partyOf(news)}</td>
      <td className={styles.amount}>
        <Money cents={news.amountCents} currency={news.currency} />
      </td>
      <td>
        {news.capacity === undefined || news.capacity === 0 ? (
          missing
        ) : (
          <span className={styles.house}>
            <span
              className={styles.meter}
              role="meter"
              aria-valuemin={0}
              aria-valuemax={news.capacity}
              aria-valuenow={taken}
              aria-label={`${taken} of ${news.capacity} taken`}
            >
              <span style={{ width: `${(100 * taken) / news.capacity}%` }} />
            </span>
            <span className={styles.share} title={`${taken} of ${news.capacity} taken`}>
              {formatPercent(taken / news.capacity)}
            </span>
          </span>
        )}
      </td>
    </tr>
  );
});
