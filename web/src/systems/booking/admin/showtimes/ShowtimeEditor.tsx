import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { tagOf } from "@/api/revision";
import { ConflictDialog } from "@/kit/form/ConflictDialog";
import { differences } from "@/kit/form/differences";
import { FormProblem } from "@/kit/form/FormProblem";
import { splitErrors } from "@/kit/form/fieldErrors";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useRecordSave } from "@/kit/form/useRecordSave";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { toast } from "@/kit/toast";
import type { ShowtimeBody } from "../bodies";
import { theaterQuery } from "../theaters/theaterQueries";
import { PriceHint } from "./PriceHint";
import { ShowtimeFields } from "./ShowtimeFields";
import {
  bodyOf,
  comparedFields,
  emptyShowtime,
  formOf,
  inputOf,
  type Showtime,
  type ShowtimeForm,
  scaled,
  showtimeRules,
} from "./showtime";

interface Props {
  /** Undefined for a new one. */
  readonly showtime: Showtime | undefined;
  /** Begins anew with what is saved. */
  readonly onReload: () => void;
  readonly onClose: () => void;
}

const hasInput = (field: string) => field in inputOf;

/** Adds or changes a showtime. */
export function ShowtimeEditor(props: Props) {
  const { onReload, onClose } = props;
  // A refetch in the background changes neither what is being edited nor the revision it was made from.
  const [showtime] = useState(props.showtime);
  const client = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<ShowtimeForm>({
    initialValues: showtime === undefined ? emptyShowtime : formOf(showtime),
    validate: showtimeRules,
    validateInputOnBlur: true,
  });
  const guard = useUnsavedGuard(form.isDirty());
  const { theaterId } = form.values;
  const theater = useQuery({
    ...theaterQuery(theaterId),
    enabled: showtime === undefined && theaterId !== "",
  });
  const zones = showtime?.zones.map((zone) => zone.name) ?? theater.data?.plan?.zones ?? [];
  const path = { showtime_id: showtime?.id ?? "" };
  const { save, isSaving, problem, conflict, overwrite, closeConflict } = useRecordSave<
    ShowtimeBody,
    Showtime
  >({
    send: (body, revision) =>
      showtime === undefined
        ? take(
            api.POST("/booking/api/showtimes", {
              body,
              params: { header: { "Idempotency-Key": keys.keyFor(body) } },
            }),
          )
        : take(
            api.PUT("/booking/api/showtimes/{showtime_id}", {
              body,
              params: { path, header: { "If-Match": tagOf(revision ?? 0) } },
            }),
          ),
    read: () => take(api.GET("/booking/api/showtimes/{showtime_id}", { params: { path } })),
    onSaved: () => {
      keys.settle();
      form.resetDirty();
      guard.release();
      toast("The showtime is saved.");
      void client.invalidateQueries({ queryKey: ["booking"] });
      onClose();
    },
  });
  const submit = async (values: ShowtimeForm) => {
    if (zones.length === 0) return;
    const prices = zones.map((_, i) => values.prices[i] ?? "");
    const unpriced = showtimeRules.prices(prices);
    if (unpriced !== null) {
      form.setFieldError("prices", unpriced);
      return;
    }

    const refused = await save(bodyOf(values, zones), showtime?.revision);
    if (refused === undefined) return;
    const { fields } = splitErrors(refused, hasInput);
    form.setErrors(Object.fromEntries(Object.entries(fields).map(([name, text]) => [inputOf[name], text])));
  };
  const compared = comparedFields((id) => (id === showtime?.movieId ? showtime.movieTitle : `Film ${id}`));
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <FormProblem
          problem={problem}
          rest={problem === undefined ? [] : splitErrors(problem, hasInput).rest}
        />
        <ShowtimeFields form={form} zones={zones} isTheaterFixed={showtime !== undefined} />
        {showtime === undefined ? null : (
          <PriceHint
            showtimeId={showtime.id}
            onUse={(ratio) => form.setFieldValue("prices", (prices) => scaled(prices, ratio))}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving} disabled={showtime !== undefined && !form.isDirty()}>
            {showtime === undefined ? "Add the showtime" : "Save changes"}
          </Button>
        </Group>
      </Stack>
      <UnsavedDialog guard={guard} what="the showtime" />
      <ConflictDialog
        isOpen={conflict !== undefined}
        what="the showtime"
        differences={conflict?.theirs && differences(form.values, formOf(conflict.theirs), compared)}
        onReload={() => {
          closeConflict();
          onReload();
        }}
        onOverwrite={overwrite}
        onClose={closeConflict}
      />
    </form>
  );
}
