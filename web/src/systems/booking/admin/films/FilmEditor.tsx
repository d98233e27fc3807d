import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, done, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { tagOf } from "@/api/revision";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { ConflictDialog } from "@/kit/form/ConflictDialog";
import { differences } from "@/kit/form/differences";
import { FormProblem } from "@/kit/form/FormProblem";
import { splitErrors } from "@/kit/form/fieldErrors";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useRecordSave } from "@/kit/form/useRecordSave";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { toast } from "@/kit/toast";
import type { MovieBody } from "../bodies";
import { FilmFields } from "./FilmFields";
import { bodyOf, emptyFilm, type Film, type FilmForm, filmFields, filmRules, formOf } from "./film";
import { filmQuery } from "./filmQueries";

interface Props {
  /** Undefined for a new one. */
  readonly film: Film | undefined;
  /** How many showtimes of it are to come. */
  readonly upcoming: number;
  /** Begins anew with what is saved. */
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** Adds or changes a film. */
export function FilmEditor(props: Props) {
  const { upcoming, onReload, onClose } = props;
  // A refetch in the background changes neither what is being edited nor the revision it was made from.
  const [film] = useState(props.film);
  const client = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<FilmForm>({
    initialValues: film === undefined ? emptyFilm : formOf(film),
    validate: filmRules,
    validateInputOnBlur: true,
  });
  const guard = useUnsavedGuard(form.isDirty());
  const renew = () => client.invalidateQueries({ queryKey: ["booking"] });

  const { save, erase, isSaving, problem, conflict, overwrite, closeConflict } = useRecordSave<
    MovieBody,
    Film
  >({
    send: (body, revision) =>
      film === undefined
        ? take(
            api.POST("/booking/api/movies", {
              body,
              params: { header: { "Idempotency-Key": keys.keyFor(body) } },
            }),
          )
        : take(
            api.PUT("/booking/api/movies/{movie_id}", {
              body,
              params: { path: { movie_id: film.id }, header: { "If-Match": tagOf(revision ?? 0) } },
            }),
          ),
    remove: (revision) =>
      done(
        api.DELETE("/booking/api/movies/{movie_id}", {
          params: { path: { movie_id: film?.id ?? "" }, header: { "If-Match": tagOf(revision) } },
        }),
      ),
    read: async () =>
      (
        await take(
          api.GET("/booking/api/movies/{movie_id}", { params: { path: { movie_id: film?.id ?? "" } } }),
        )
      ).movie,
    onSaved: (_, body) => {
      keys.settle();
      form.resetDirty();
      guard.release();
      toast(`“${body.title}” is saved.`);
      void renew();
      onClose();
    },
    onRemoved: async () => {
      guard.release();
      toast(`“${film?.title}” is removed.`);
      onClose();
      client.removeQueries({ queryKey: filmQuery(film?.id ?? "").queryKey });
      await renew();
    },
  });

  const submit = async (values: FilmForm) => {
    const refused = await save(bodyOf(values), film?.revision);
    if (refused !== undefined) form.setErrors(splitErrors(refused, (field) => field in emptyFilm).fields);
  };

  const remove = async (leave: () => void) => {
    const refused = await erase(bodyOf(form.values), film?.revision ?? 0, leave);
    if (refused !== undefined) throw refused;
  };

  const rest = problem === undefined ? [] : splitErrors(problem, (field) => field in emptyFilm).rest;
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <FormProblem problem={problem} rest={rest} />
        <FilmFields form={form} upcoming={upcoming} />
        <Group justify="space-between" mt="xs">
          {film === undefined ? (
            <span />
          ) : (
            <ConfirmButton
              label="Delete"
              question={`Delete “${film.title}”?`}
              consequence="The film disappears from the catalogue for good. A film that showtimes refer to stays."
              confirm="Delete the film"
              onConfirm={remove}
            />
          )}
          <Button type="submit" loading={isSaving} disabled={film !== undefined && !form.isDirty()}>
            {film === undefined ? "Add the film" : "Save changes"}
          </Button>
        </Group>
      </Stack>
      <UnsavedDialog guard={guard} what="the film" />
      <ConflictDialog
        isOpen={conflict !== undefined}
        what="the film"
        isRemoval={conflict?.isRemoval}
        differences={conflict?.theirs && differences(form.values, formOf(conflict.theirs), filmFields)}
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
