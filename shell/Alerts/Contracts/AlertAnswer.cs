using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>An alert as it stands.</summary>
public sealed record AlertAnswer : IExampled<AlertAnswer>
{
    /// <inheritdoc/>
    public static AlertAnswer Example => new()
    {
        Id = "7",
        System = "booking",
        Key = "low-occupancy-1",
        Title = "Too empty: The Long Wait, Fri 15 Jan 19:30",
        Text = "Orion: 12 % of 16 seats are expected to be sold, 1 are by now.",
        Severity = "warning",
        State = "open",
        Value = 0.12,
        Details = new Dictionary<string, string>
        {
            ["showtimeId"] = "1", ["currentPriceCents"] = "1200", ["suggestedPriceCents"] = "960",
        },
        RaisedAt = new DateTimeOffset(2027, 1, 15, 6, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule behind it; absent when a system raised it itself.</summary>
    public string? RuleId { get; init; }

    /// <summary>The system it is about.</summary>
    public required string System { get; init; }

    /// <summary>What it is about within the system.</summary>
    public required string Key { get; init; }

    /// <summary>What is the matter, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is the matter, in a sentence or two.</summary>
    public required string Text { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary><c>open</c>, <c>acknowledged</c> or <c>resolved</c>.</summary>
    public required string State { get; init; }

    /// <summary>The value that raised it.</summary>
    public required double Value { get; init; }

    /// <summary>More about it, as a suggested price.</summary>
    public required IReadOnlyDictionary<string, string> Details { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When somebody said to have seen it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who resolved it; absent when it went by itself.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>What whoever resolved it had to say.</summary>
    public string? Note { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static AlertAnswer Of(Alert alert) => new()
    {
        Id = IdText.Of(alert.Id),
        RuleId = alert.RuleId == 0 ? null : IdText.Of(alert.RuleId),
        System = alert.System,
        Key = alert.Key,
        Title = alert.Title,
        Text = alert.Text,
        Severity = alert.Severity.ToString().ToLowerInvariant(),
        State = alert.IsOver ? "resolved" : alert.AcknowledgedMs != 0 ? "acknowledged" : "open",
        Value = double.IsFinite(alert.Value) ? alert.Value : 0,
        Details = alert.Details,
        RaisedAt = DateTimeOffset.FromUnixTimeMilliseconds(alert.RaisedMs),
        AcknowledgedAt = TimeOf(alert.AcknowledgedMs),
        AcknowledgedBy = alert.AcknowledgedBy == 0 ? null : IdText.Of(alert.AcknowledgedBy),
        ResolvedAt = TimeOf(alert.ResolvedMs),
        ResolvedBy = alert.ResolvedBy == 0 ? null : IdText.Of(alert.ResolvedBy),
        Note = alert.Note,
    };

    private static DateTimeOffset? TimeOf(long timeMs) =>
        timeMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(timeMs);
}
