using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>A report.</summary>
public sealed record ReportAnswer : IExampled<ReportAnswer>
{
    /// <inheritdoc/>
    public static ReportAnswer Example => new()
    {
        Id = "1",
        Title = "Revenue of the week",
        Source = "rollup",
        Format = "pdf",
        Arguments = new Dictionary<string, string>
        {
            ["system"] = "booking", ["rollup"] = "analytics_daily_revenue",
        },
        Every = "week",
        Weekday = "friday",
        HourUtc = 6,
        Recipients = ["ada@example.org"],
        UserId = "1",
        IsPaused = false,
        NextAt = new DateTimeOffset(2027, 1, 22, 6, 0, 0, TimeSpan.Zero),
        LastRun = ReportRunAnswer.Example,
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

    /// <summary><c>day</c> or <c>week</c>.</summary>
    public required string Every { get; init; }

    /// <summary>The day a weekly one is made on.</summary>
    public string? Weekday { get; init; }

    /// <summary>The hour it is made at.</summary>
    public required int HourUtc { get; init; }

    /// <summary>Where it goes.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Who set it up.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether it is not made until it is resumed.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>When it is made next; absent while it is paused.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When it was made last, and what became of it; absent before the first time.</summary>
    public ReportRunAnswer? LastRun { get; init; }

    /// <summary>Makes the answer, of the exports there are, oldest first.</summary>
    internal static ReportAnswer Of(ReportPlan plan, IEnumerable<ExportJob> jobs) => new()
    {
        Id = IdText.Of(plan.Id),
        Title = plan.Title,
        Source = plan.Source,
        Format = ExportFiles.EndingOf(plan.Format),
        Arguments = plan.Arguments.Values,
        Every = plan.Weekday is null ? "day" : "week",
        Weekday = plan.Weekday?.ToString().ToLowerInvariant(),
        HourUtc = plan.HourUtc,
        Recipients = plan.Recipients,
        UserId = IdText.Of(plan.UserId),
        IsPaused = plan.IsPaused,
        NextAt = plan.IsPaused ? null : DateTimeOffset.FromUnixTimeMilliseconds(plan.NextMs),
        LastRun = jobs.LastOrDefault(job => job.ReportId == plan.Id) is { } last ? ReportRunAnswer.Of(last) : null,
    };
}
