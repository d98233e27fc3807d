using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>An export as it stands.</summary>
public sealed record ExportAnswer : IExampled<ExportAnswer>
{
    /// <inheritdoc/>
    public static ExportAnswer Example => new()
    {
        Id = "5",
        Title = "Revenue in January",
        Source = "rollup",
        Format = "csv",
        Arguments = new Dictionary<string, string>
        {
            ["system"] = "booking", ["rollup"] = "analytics_daily_revenue",
        },
        State = "done",
        Rows = 31,
        SizeBytes = 1_234,
        HasFile = true,
        UserId = "1",
        RequestedAt = new DateTimeOffset(2027, 1, 15, 6, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2027, 1, 15, 6, 0, 2, TimeSpan.Zero),
    };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is exported.</summary>
    public required string Source { get; init; }

    /// <summary><c>csv</c> or <c>pdf</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What it is narrowed by.</summary>
    public required IReadOnlyDictionary<string, string> Arguments { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Rows written so far.</summary>
    public required long Rows { get; init; }

    /// <summary>About how many there will be, where that is known.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Whether the file can be fetched: it may have been deleted for newer ones.</summary>
    public required bool HasFile { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string UserId { get; init; }

    /// <summary>The report it belongs to.</summary>
    public string? ReportId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static ExportAnswer Of(ExportJob job, bool hasFile, (long Rows, long Expected) progress)
    {
        bool isRunning = job.State == ExportState.Running;
        return new ExportAnswer
        {
            Id = IdText.Of(job.Id),
            Title = job.Title,
            Source = job.Source,
            Format = ExportFiles.EndingOf(job.Format),
            Arguments = job.Arguments.Values,
            State = NameOf(job.State),
            Rows = isRunning ? progress.Rows : job.RowCount,
            ExpectedRows = isRunning && progress.Expected > 0 ? progress.Expected : null,
            SizeBytes = job.SizeBytes,
            HasFile = hasFile,
            UserId = IdText.Of(job.UserId),
            ReportId = job.ReportId == 0 ? null : IdText.Of(job.ReportId),
            RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(job.RequestedMs),
            EndedAt = job.EndedMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(job.EndedMs),
            Error = job.Error,
        };
    }

    /// <summary>A state as a word.</summary>
    internal static string NameOf(ExportState state) => state switch
    {
        ExportState.Queued => "queued",
        ExportState.Running => "running",
        ExportState.Done => "done",
        ExportState.Failed => "failed",
        _ => "cancelled",
    };
}
