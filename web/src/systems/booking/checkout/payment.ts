import type { Schemas } from "@/api/client";
import { type ApiProblem, asProblem } from "@/api/problem";

/** How a payment stands. */
export type Payment =
  | { readonly phase: "idle" }
  | { readonly phase: "sending" }
  /** No answer, or the first request is still running: the same is asked again, with the same key. */
  | { readonly phase: "askingAgain"; readonly attempt: number; readonly isOffline: boolean }
  /** The bank has not answered yet; it goes on without us. */
  | { readonly phase: "withBank" }
  /** No answer for too long; whether it was paid is not known here. */
  | { readonly phase: "unknown" }
  | { readonly phase: "declined"; readonly reason: string }
  /** Paid too late and the seats were gone, or the hold is over: nothing more can be done with it. */
  | { readonly phase: "over"; readonly problem: ApiProblem }
  | { readonly phase: "paid"; readonly answer: Schemas["ConfirmedAnswer"] };

/** What the pay button waits for: whether anything is under way. */
export function isUnderWay(payment: Payment): boolean {
  return payment.phase === "sending" || payment.phase === "askingAgain" || payment.phase === "withBank";
}

const mostAttempts = 6;
const firstPauseMs = 1000;

/** What a payment is made with; tests bring their own. */
export interface PaymentWay {
  /** Sends the request; the key is the same for every attempt. */
  readonly send: () => Promise<{ readonly answer: Schemas["ConfirmedAnswer"]; readonly isPending: boolean }>;
  readonly pause: (ms: number) => Promise<void>;
  readonly show: (payment: Payment) => void;
}

/**
 * Pays once, whatever the network does: while it is not known how it went, the same request is sent again, which the
 * server answers with what became of the first.
 * @returns How it ended.
 */
export async function pay({ send, pause, show }: PaymentWay): Promise<Payment> {
  const end = (payment: Payment) => {
    show(payment);
    return payment;
  };
  show({ phase: "sending" });
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer, isPending } = await send();
      return end(isPending ? { phase: "withBank" } : { phase: "paid", answer });
    } catch (error) {
      const problem = asProblem(error);
      if (!mayAskAgain(problem)) return end(refused(problem));
      if (attempt === mostAttempts) return end({ phase: "unknown" });
      show({ phase: "askingAgain", attempt, isOffline: problem.status === 0 });
      await pause(Math.max((problem.retryAfter ?? 0) * 1000, firstPauseMs * attempt));
    }
  }
}

function mayAskAgain(problem: ApiProblem): boolean {
  return (
    problem.isPassing || problem.code === "idempotency_key_running" || problem.code === "payment_running"
  );
}

function refused(problem: ApiProblem): Payment {
  return problem.code === "payment_declined"
    ? { phase: "declined", reason: problem.detail ?? problem.title }
    : { phase: "over", problem };
}
