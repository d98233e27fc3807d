namespace Catalog.Shell.Events.Contracts;

/// <summary>A page of parked facts, in the order of their positions.</summary>
public sealed record ParkedListAnswer(IReadOnlyList<ParkedAnswer> Items, bool HasMore)
{
    /// <summary>Where the next page begins; absent at the end.</summary>
    public string? NextCursor { get; init; }
}
