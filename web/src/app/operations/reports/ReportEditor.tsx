import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { ItemForm } from "@/kit/form/ItemForm";
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
  // What is being edited does not change with a refetch.
  const [report] = useState(props.report);
  const { data: sources } = useQuery(sourcesQuery);
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<ReportForm>({
    initialValues: report === undefined ? emptyReport : formOf(report),
    validate: reportRules,
  });
  const save = async (values: ReportForm) => {
    const body = bodyOf(values);
    const saved = await (report === undefined
      ? addReport(body, keys.keyFor(body))
      : changeReport(report.id, body));
    keys.settle();
    return saved.title;
  };
  return (
    <ItemForm
      form={form}
      what="report"
      name={report?.title}
      hasInput={hasInput}
      save={save}
      removal={
        report && {
          consequence: "It is made no more. The files it has made stay under Exports.",
          run: () => removeReport(report.id),
        }
      }
      stale={reportsQuery.queryKey}
      onClose={props.onClose}
    >
      <ReportFields form={form} sources={sources?.items ?? []} />
    </ItemForm>
  );
}
