namespace Catalog.Engine.Models.Text.Intents;

/// <summary>A part of a text that says something: a name, a time, a number. One of the values is set.</summary>
public sealed record SlotMatch
{
    /// <summary>The slot.</summary>
    public required string Slot { get; init; }

    /// <summary>Which tokens say it, a bit a token.</summary>
    public required ulong Tokens { get; init; }

    /// <summary>How sure it is, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The names that may be meant, best first; more than one when it cannot be told.</summary>
    public IReadOnlyList<NameCandidate> Names { get; init; } = [];

    /// <summary>The time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The number or numbers.</summary>
    public NumberRange? Range { get; init; }
}
