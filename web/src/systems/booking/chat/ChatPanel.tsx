import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { SidePanel } from "@/kit/list/SidePanel";
import styles from "./Chat.module.css";
import { ChatExchange } from "./ChatExchange";
import { suggestionsOf } from "./suggestions";
import { useChat } from "./useChat";

interface Props {
  readonly isOpen: boolean;
  /** Questions that suggest themselves where it was opened. */
  readonly openers: readonly string[];
  readonly onClose: () => void;
}

const maxLength = 1000;
/** Questions in one's own words, answered beside the page. */
export function ChatPanel({ isOpen, openers, onClose }: Props) {
  const { exchanges, send, isBusy } = useChat();
  const [typed, setTyped] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const last = exchanges.at(-1);
  const suggestions = suggestionsOf(exchanges, openers);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question or answer is what brings it into view
  useEffect(() => {
    // Braces: newer browsers return a promise, which an effect must not.
    end.current?.scrollIntoView({ block: "nearest" });
  }, [last]);

  const ask = (question: string) => {
    if (question.trim() === "" || isBusy) return;
    setTyped("");
    send(question.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(typed);
  };
  return (
    <SidePanel isOpen={isOpen} title="Ask about films and bookings" onClose={onClose}>
      <div className={styles.panel}>
        <div className={styles.log} role="log" aria-label="Conversation" aria-busy={isBusy}>
          {exchanges.length === 0 ? (
            <p className={styles.hint}>Films, showtimes, free seats, prices, your bookings, the rules.</p>
          ) : null}
          {exchanges.map((exchange) => (
            <ChatExchange key={exchange.id} exchange={exchange} onLeave={onClose} />
          ))}
          <div ref={end} />
        </div>
        <ul className={styles.suggestions} aria-label="Suggestions">
          {suggestions.map((each) => (
            <li key={each}>
              <Button variant="light" size="compact-sm" disabled={isBusy} onClick={() => ask(each)}>
                {each}
              </Button>
            </li>
          ))}
        </ul>
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            className={styles.field}
            aria-label="Your question"
            placeholder="Your question"
            data-autofocus
            autoComplete="off"
            maxLength={maxLength}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ActionIcon type="submit" size="input-sm" aria-label="Send" loading={isBusy}>
            <IconSend size={16} aria-hidden />
          </ActionIcon>
        </form>
      </div>
    </SidePanel>
  );
}
