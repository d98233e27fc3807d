import { Button, Progress, Radio } from "@mantine/core";
import { IconAlertTriangle, IconCreditCard, IconLock } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { Schemas } from "@/api/client";
import { formatMoney } from "@/kit/format";
import { Notice } from "@/kit/Notice";
import styles from "./PaymentForm.module.css";
import { isUnderWay, type Payment } from "./payment";
import { testCards } from "./testCards";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
  readonly payment: Payment;
  readonly onPay: (token: string) => Promise<void>;
  readonly onReset: () => void;
}

/** The cards of the simulated provider, and the button that pays. */
export function PaymentForm({ booking, payment, onPay, onReset }: Props) {
  const [token, setToken] = useState("tok_ok");
  const isBusy = isUnderWay(payment);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onPay(token);
  };
  return (
    <form className={styles.form} onSubmit={send} aria-busy={isBusy}>
      <Radio.Group
        label="Pay with"
        description="A simulated provider: each card shows one thing that happens with real ones."
        value={token}
        onChange={(value) => {
          setToken(value);
          if (payment.phase === "declined") onReset();
        }}
      >
        <div className={styles.cards}>
          {testCards.map((card) => (
            <Radio.Card key={card.token} value={card.token} className={styles.card} disabled={isBusy}>
              <Radio.Indicator />
              <IconCreditCard size={22} stroke={1.5} className={styles.icon} aria-hidden />
              <span className={styles.what}>
                <span className={styles.name}>{card.name}</span>
                <span className={styles.outcome}>{card.outcome}</span>
              </span>
              <span className={styles.digits}>•••• {card.digits}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <div className={styles.state} role="status">
        <PaymentState payment={payment} />
      </div>
      <Button type="submit" size="md" loading={isBusy} leftSection={<IconLock size={18} />}>
        {payment.phase === "unknown"
          ? "Ask again"
          : `Pay ${formatMoney(booking.amountCents, booking.currency)}`}
      </Button>
      <p className={styles.small}>Pressing twice, or a lost connection, never pays twice.</p>
    </form>
  );
}

/** How the payment stands, in words. */
function PaymentState({ payment }: { readonly payment: Payment }) {
  switch (payment.phase) {
    case "sending":
      return <Waiting words="Asking the bank…" />;
    case "askingAgain":
      return (
        <Waiting
          words={
            payment.isOffline
              ? `The connection was lost. Asking again how it went (${payment.attempt})…`
              : `The bank takes its time. Asking again (${payment.attempt})…`
          }
        />
      );
    case "unknown":
      return (
        <Notice meaning="warning" icon={IconAlertTriangle} title="No answer yet">
          Whether the payment went through is not known here. Asking again cannot pay twice.
        </Notice>
      );
    case "declined":
      return (
        <Notice meaning="bad" icon={IconAlertTriangle} title="The payment was declined">
          {payment.reason} The seats stay held: try another card.
        </Notice>
      );
    default:
      return null;
  }
}

function Waiting({ words }: { readonly words: string }) {
  return (
    <div className={styles.waiting}>
      <Progress value={100} animated size="sm" aria-label={words} />
      {words}
    </div>
  );
}
