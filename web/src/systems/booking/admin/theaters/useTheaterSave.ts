import type { UseFormReturnType } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { tagOf } from "@/api/revision";
import { splitErrors } from "@/kit/form/fieldErrors";
import { useRecordSave } from "@/kit/form/useRecordSave";
import type { TheaterBody } from "../bodies";
import type { Plan } from "../plan/plan";
import { bodyOf } from "../plan/shape";
import type { PlanFault } from "../plan/validate";
import { emptyTheater, type Theater, type TheaterForm } from "./theater";

interface Options {
  readonly theater: Theater | undefined;
  readonly form: UseFormReturnType<TheaterForm>;
  readonly onSaved: (id: string, name: string) => void;
}

/** What the server said was wrong with a plan, and with which one. */
interface Refusal {
  readonly plan: Plan;
  readonly faults: readonly PlanFault[];
}

/** Saves a theater and puts what the server has against it where it belongs: at the inputs, or in the plan. */
export function useTheaterSave({ theater, form, onSaved }: Options) {
  const client = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const [refusal, setRefusal] = useState<Refusal>();
  const path = { theater_id: theater?.id ?? "" };
  const saving = useRecordSave<TheaterBody, Theater>({
    send: (body, revision) =>
      theater === undefined
        ? take(
            api.POST("/booking/api/theaters", {
              body,
              params: { header: { "Idempotency-Key": keys.keyFor(body) } },
            }),
          )
        : take(
            api.PUT("/booking/api/theaters/{theater_id}", {
              body,
              params: { path, header: { "If-Match": tagOf(revision ?? 0) } },
            }),
          ),
    read: () => take(api.GET("/booking/api/theaters/{theater_id}", { params: { path } })),
    onSaved: (saved, body) => {
      keys.settle();
      void client.invalidateQueries({ queryKey: ["booking"] });
      onSaved(saved.id, body.name);
    },
  });

  const hasInput = (field: string) => field in emptyTheater;
  /** Saves the form with the plan; a plan that has to stay is sent as it was read. */
  const save = async (values: TheaterForm, plan: Plan, isFixed: boolean, revision: number | undefined) => {
    const fixed = isFixed ? theater?.plan : undefined;
    const body: TheaterBody = {
      name: values.name.trim(),
      city: values.city.trim(),
      address: values.address.trim(),
      latitude: Number(values.latitude),
      longitude: Number(values.longitude),
      plan: (fixed as TheaterBody["plan"] | undefined) ?? bodyOf(plan),
    };
    setRefusal(undefined);
    const refused = await saving.save(body, revision);
    if (refused === undefined) return;
    form.setErrors(splitErrors(refused, hasInput).fields);
    const faults = Object.entries(refused.fields)
      .filter(([field]) => field.startsWith("plan."))
      .map(([field, messages]) => ({ field: field.slice("plan.".length), message: messages.join(" ") }));
    setRefusal({ plan, faults });
  };

  const isShown = (field: string) => hasInput(field) || field.startsWith("plan.");
  return {
    ...saving,
    save,
    rest: saving.problem === undefined ? [] : splitErrors(saving.problem, isShown).rest,
    /** What the server has against this very plan; once it is edited, that is void. */
    faultsOf: (plan: Plan) => (refusal?.plan === plan ? refusal.faults : []),
  };
}
