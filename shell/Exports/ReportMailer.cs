using System.Globalization;
using Catalog.Shell.Exports.Commands;
using Catalog.Shell.Mail;

namespace Catalog.Shell.Exports;

/// <summary>
/// Sends a report to everybody it is for. A mail's identity is the export's number and the recipient's place, so to try
/// again after a crash sends none twice. Thread-safe.
/// </summary>
internal sealed class ReportMailer(Exporter exporter, ExportFiles files, Outbox outbox)
{
    /// <summary>Writes the mails; durable when it returns.</summary>
    internal async Task SendAsync(ExportJob job, long rows, long sizeBytes, CancellationToken cancel)
    {
        ExportListing all = (await exporter.ListAsync()).Value;
        if (all.Plans.FirstOrDefault(plan => plan.Id == job.ReportId) is not { } plan) return;
        MailAttachment? attachment = await AttachAsync(job, sizeBytes, cancel);
        for (int i = 0; i < plan.Recipients.Count; i++)
        {
            outbox.Write(new OutboxMail
            {
                Position = -(((long)job.Id * ReportPlan.MaxRecipients) + i),
                Kind = "report",
                TimeMs = job.PeriodEndMs,
                ToName = plan.Recipients[i],
                ToAddress = plan.Recipients[i],
                Subject = $"{job.Title}, {PeriodOf(job)}",
                Text = TextOf(job, rows, attachment is not null),
                Attachment = attachment,
            });
        }

        outbox.Sync();
    }

    private async ValueTask<MailAttachment?> AttachAsync(ExportJob job, long sizeBytes, CancellationToken cancel)
    {
        if (sizeBytes > MailAttachment.MaxBytes) return null;
        await using Stream? file = await files.OpenAsync(job, cancel);
        if (file is null) return null;
        byte[] bytes = new byte[sizeBytes];
        await file.ReadExactlyAsync(bytes, cancel);
        string name = $"report-{ReportPeriod.DayOf(job.PeriodEndMs)}.{ExportFiles.EndingOf(job.Format)}";
        return new MailAttachment(name, ExportFiles.ContentTypeOf(job.Format).Split(';')[0], bytes);
    }

    private static string TextOf(ExportJob job, long rows, bool isAttached)
    {
        string where = isAttached
            ? "It is attached."
            : $"It is too large for a mail: fetch it as export {job.Id.ToString(CultureInfo.InvariantCulture)}.";
        return string.Create(CultureInfo.InvariantCulture, $"{job.Title}\n{PeriodOf(job)}\n\n{rows} rows. {where}\n");
    }

    private static string PeriodOf(ExportJob job)
    {
        long end = job.PeriodEndMs;
        const long dayMs = 24 * 60 * 60 * 1000;
        string last = ReportPeriod.DayOf(end - dayMs);
        return job.PeriodDays == 1 ? last : $"{ReportPeriod.DayOf(end - (job.PeriodDays * dayMs))} to {last}";
    }
}
