import { Button, Chip, Input, NumberInput, Radio, Select } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { api, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import { LinkButton } from "@/kit/LinkButton";
import { Notice } from "@/kit/Notice";
import { Stepper } from "@/kit/Stepper";
import type { House } from "../seatmap/House";
import type { WaitBody } from "../seats/bodies";
import { mostSeats } from "../seats/selection";
import styles from "./Waiting.module.css";

interface Props {
  readonly id: string;
  readonly house: House;
  readonly currency: string;
  /** One waits now, or it turns out that one did already, having joined elsewhere. */
  readonly onWaiting: () => Promise<void>;
}

type Kind = "any" | "together" | "places";

/** What somebody waits for: seats anywhere, side by side, or places in an area. */
export function JoinForm({ id, house, currency, onWaiting }: Props) {
  const keys = useRef(new IdempotencyKeys());
  const [kind, setKind] = useState<Kind>(house.seats.length === 0 ? "places" : "together");
  const [count, setCount] = useState(2);
  const [zones, setZones] = useState<string[]>([]);
  const [area, setArea] = useState(house.areas[0]?.name ?? null);
  const [maxPrice, setMaxPrice] = useState<number>();
  const used = new Set(house.seats.map((seat) => seat.zone));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: WaitBody) =>
      take(
        api.POST("/booking/api/waiting-list", {
          params: { header: { "Idempotency-Key": keys.current.keyFor(body) } },
          body,
        }),
      ),
    onSuccess: () => {
      keys.current.settle();
      return onWaiting();
    },
  });
  const isWaiting = error !== null && asProblem(error).code === "already_waiting";
  useEffect(() => {
    if (isWaiting) void onWaiting();
  }, [isWaiting, onWaiting]);
  const join = (event: FormEvent) => {
    event.preventDefault();
    mutate({
      showtimeId: id,
      count,
      ...(maxPrice === undefined ? {} : { maxPriceCents: Math.round(maxPrice * 100) }),
      ...(kind === "places"
        ? { area }
        : { together: kind === "together", ...(zones.length === 0 ? {} : { zones }) }),
    });
  };

  return (
    <form className={styles.box} onSubmit={join}>
      <p className={styles.dim}>
        Say what you would take. Seats that come back are offered to the first whose wish they meet.
      </p>
      <Radio.Group label="Wait for" value={kind} onChange={(value) => setKind(value as Kind)}>
        <div className={styles.chips}>
          {house.seats.length === 0 ? null : <Radio value="together" label="Seats side by side" />}
          {house.seats.length === 0 ? null : <Radio value="any" label="Any seats" />}
          {house.areas.length === 0 ? null : <Radio value="places" label="Places without seats" />}
        </div>
      </Radio.Group>
      <div className={styles.row}>
        <span>How many</span>
        <Stepper label="How many" value={count} min={1} max={mostSeats} onChange={setCount} />
      </div>
      {kind === "places" ? (
        <Select
          label="Area"
          data={house.areas.map((each) => each.name)}
          value={area}
          onChange={setArea}
          allowDeselect={false}
        />
      ) : (
        <Input.Wrapper label="Zones" description="Any, when none is chosen">
          <Chip.Group multiple value={zones} onChange={setZones}>
            <div className={styles.chips} role="group" aria-label="Zones">
              {house.zones.map(({ name }, index) =>
                used.has(index) ? (
                  <Chip key={name} value={name} size="sm">
                    {name}
                  </Chip>
                ) : null,
              )}
            </div>
          </Chip.Group>
        </Input.Wrapper>
      )}
      <NumberInput
        label="At most, each"
        placeholder="Any price"
        min={1}
        decimalScale={2}
        suffix={` ${currency}`}
        value={maxPrice ?? ""}
        onChange={(value) => setMaxPrice(typeof value === "number" ? value : undefined)}
      />
      {error === null ? null : <Refused id={id} error={error} />}
      <Button type="submit" size="md" loading={isPending}>
        Join the list
      </Button>
    </form>
  );
}

function Refused({ id, error }: { readonly id: string; readonly error: unknown }) {
  const problem = asProblem(error);
  const isFree = problem.code === "seats_are_free";
  return (
    <div role="alert">
      <Notice
        meaning={isFree ? "info" : "bad"}
        icon={isFree ? IconInfoCircle : IconAlertTriangle}
        title={problem.title}
      >
        {isFree ? (
          <LinkButton size="xs" to="/booking/showtimes/$id" params={{ id }}>
            Choose seats now
          </LinkButton>
        ) : problem.detail === problem.title ? null : (
          problem.detail
        )}
      </Notice>
    </div>
  );
}
