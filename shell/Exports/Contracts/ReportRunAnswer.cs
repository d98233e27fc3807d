using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>A time a report was made.</summary>
public sealed record ReportRunAnswer : IExampled<ReportRunAnswer>
{
    /// <inheritdoc/>
    public static ReportRunAnswer Example => new()
    {
        ExportId = "5",
        State = "done",
        At = new DateTimeOffset(2027, 1, 15, 6, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2027, 1, 15, 6, 0, 2, TimeSpan.Zero),
        Rows = 31,
    };

    /// <summary>The export it became.</summary>
    public required string ExportId { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it was due, or asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it ended: by then the mails were written.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Rows in it.</summary>
    public required long Rows { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static ReportRunAnswer Of(ExportJob job) => new()
    {
        ExportId = IdText.Of(job.Id),
        State = ExportAnswer.NameOf(job.State),
        At = DateTimeOffset.FromUnixTimeMilliseconds(job.RequestedMs),
        EndedAt = job.EndedMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(job.EndedMs),
        Rows = job.RowCount,
        Error = job.Error,
    };
}
