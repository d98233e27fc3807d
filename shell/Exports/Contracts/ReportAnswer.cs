using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>A report.</summary>
public sealed record ReportAnswer
{
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

    /// <summary>When it is made next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static ReportAnswer Of(ReportPlan plan) => new()
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
        NextAt = DateTimeOffset.FromUnixTimeMilliseconds(plan.NextMs),
    };
}
