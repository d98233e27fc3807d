import { describe, expect, it, vi } from "vitest";
import { ApiProblem, unreachableProblem } from "@/api/problem";
import { type Payment, type PaymentWay, pay } from "./payment";

const answer = {
  bookingId: "1-1",
  showtimeId: "1",
  status: "confirmed",
  paymentId: "1",
  seats: ["A1"],
  area: null,
  places: null,
  amountCents: 850,
  currency: "EUR",
  isLate: false,
};

function way(...outcomes: (ApiProblem | "paid" | "pending")[]) {
  const shown: Payment["phase"][] = [];
  const pause = vi.fn(async () => {});
  const send = vi.fn(async () => {
    const next = outcomes.shift() ?? "paid";
    if (next instanceof ApiProblem) throw next;
    return { answer, isPending: next === "pending" };
  });
  const script: PaymentWay = { send, pause, show: (payment) => shown.push(payment.phase) };
  return { script, shown, send, pause };
}

const problem = (status: number, code: string, retryAfter?: number) =>
  new ApiProblem({ status, code }, retryAfter);

describe("pay", () => {
  it("is paid at once", async () => {
    const { script, shown } = way("paid");
    expect((await pay(script)).phase).toBe("paid");
    expect(shown).toEqual(["sending", "paid"]);
  });

  it("asks again after lost answers until it knows", async () => {
    const { script, shown, send } = way(unreachableProblem(), problem(503, "busy"), "paid");
    expect((await pay(script)).phase).toBe("paid");
    expect(send).toHaveBeenCalledTimes(3);
    expect(shown).toEqual(["sending", "askingAgain", "askingAgain", "paid"]);
  });

  it("joins the request that is still running, as Retry-After says", async () => {
    const { script, pause } = way(problem(409, "payment_running", 5), "paid");
    await pay(script);
    expect(pause).toHaveBeenCalledWith(5000);
  });

  it("leaves it with the bank when that has not answered", async () => {
    expect((await pay(way("pending").script)).phase).toBe("withBank");
  });

  it("a declined card is the end of this attempt only", async () => {
    const end = await pay(way(problem(402, "payment_declined")).script);
    expect(end.phase).toBe("declined");
  });

  it.each(["payment_refunded", "hold_expired", "hold_released"])("%s is the end", async (code) => {
    const { script, send } = way(problem(409, code));
    expect((await pay(script)).phase).toBe("over");
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("admits that it does not know after too many", async () => {
    const { script, send } = way(...Array.from({ length: 9 }, unreachableProblem));
    expect((await pay(script)).phase).toBe("unknown");
    expect(send).toHaveBeenCalledTimes(6);
  });
});
