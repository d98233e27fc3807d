import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { FormProblem } from "@/kit/form/FormProblem";
import { splitErrors } from "@/kit/form/fieldErrors";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { toast } from "@/kit/toast";
import { ReportFields } from "./ReportFields";
import { bodyOf, emptyReport, formOf, type ReportForm, reportRules } from "./report";
import {
  addReport,
  changeReport,
  type Report,
  removeReport,
  reportsQuery,
  sourcesQuery,
} from "./reportQueries";

interface Props {
  /** Undefined for a new one. */
  readonly report: Report | undefined;
  readonly onClose: () => void;
}

const hasInput = (field: string) => field in emptyReport || field.startsWith("arguments.");

/** Sets up or changes a report that is made again and again. */
export function ReportEditor(props: Props) {
  const { onClose } = props;
  // What is being edited does not change with a refetch.
  const [report] = useState(props.report);
  const { data: sources } = useQuery(sourcesQuery);
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<ReportForm>({
    initialValues: report === undefined ? emptyReport : formOf(report),
    validate: reportRules,
  });
  const guard = useUnsavedGuard(form.isDirty());
  const leave = (words: string) => {
    guard.release();
    toast(words);
    onClose();
    return queries.invalidateQueries({ queryKey: reportsQuery.queryKey });
  };
  const saving = useMutation({
    mutationFn: (values: ReportForm) => {
      const body = bodyOf(values);
      return report === undefined ? addReport(body, keys.keyFor(body)) : changeReport(report.id, body);
    },
    onSuccess: ({ title }) => {
      keys.settle();
      return leave(`The report “${title}” is saved.`);
    },
    onError: (problem) => form.setErrors(splitErrors(asProblem(problem), hasInput).fields),
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))} noValidate>
      <Stack>
        <FormProblem
          problem={problem}
          rest={problem === undefined ? [] : splitErrors(problem, hasInput).rest}
        />
        <ReportFields form={form} sources={sources?.items ?? []} />
        <Group justify="space-between" mt="xs">
          {report === undefined ? (
            <span />
          ) : (
            <ConfirmButton
              label="Delete"
              question={`Delete the report “${report.title}”?`}
              consequence="It is made no more. The files it has made stay under Exports."
              confirm="Delete the report"
              onConfirm={async () => {
                await removeReport(report.id);
                await leave(`The report “${report.title}” is deleted.`);
              }}
            />
          )}
          <Button type="submit" loading={saving.isPending} disabled={report !== undefined && !form.isDirty()}>
            {report === undefined ? "Add the report" : "Save changes"}
          </Button>
        </Group>
      </Stack>
      <UnsavedDialog guard={guard} what="the report" />
    </form>
  );
}
