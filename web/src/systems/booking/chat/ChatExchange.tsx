import { Skeleton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Notice } from "@/kit/Notice";
import { answeredByLabel } from "./answeredBy";
import styles from "./Chat.module.css";
import { ChatResults } from "./ChatResults";
import type { Exchange } from "./useChat";
import { wordsOf } from "./wordsOf";

interface Props {
  readonly exchange: Exchange;
  readonly onLeave: () => void;
}

/** A question and its answer. */
export function ChatExchange({ exchange, onLeave }: Props) {
  const { question, words, answer, problem } = exchange;
  return (
    <div className={styles.exchange}>
      <p className={styles.question}>
        <span className={styles.unseen}>You asked: </span>
        {question}
      </p>
      {answer !== undefined ? (
        <div className={styles.answer}>
          <p className={styles.words}>{wordsOf(answer)}</p>
          {answer.notUnderstood.length > 0 && answer.intent !== "films" ? (
            <p className={styles.note}>Not understood: {answer.notUnderstood.join(", ")}</p>
          ) : null}
          <ChatResults results={answer.results} onLeave={onLeave} />
          <p className={styles.note}>{answeredByLabel(answer.answeredBy)}</p>
        </div>
      ) : problem !== undefined ? (
        <Notice meaning="bad" icon={IconAlertTriangle}>
          {problem.message}
        </Notice>
      ) : words !== undefined ? (
        // Read out when it is whole.
        <p className={styles.words} aria-hidden>
          {words} …
        </p>
      ) : (
        <Skeleton height={56} aria-label="Looking …" />
      )}
    </div>
  );
}
