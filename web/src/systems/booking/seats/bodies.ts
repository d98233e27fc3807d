import type { paths } from "@/api/schema";

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** What a reservation asks for. */
export type ReserveBody = BodyOf<"/booking/api/bookings/reserve">;
/** What the best seats are for a party. */
export type BestWish = NonNullable<ReserveBody["best"]>;
/** What a payment says. */
export type ConfirmBody = BodyOf<"/booking/api/bookings/confirm">;
/** What somebody waits for. */
export type WaitBody = BodyOf<"/booking/api/waiting-list">;
