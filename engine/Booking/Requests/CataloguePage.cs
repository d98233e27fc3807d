namespace Catalog.Engine.Booking;

/// <summary>A page of a list.</summary>
/// <typeparam name="TRow">What is listed.</typeparam>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Total">How many rows the filter lets through on all pages.</param>
/// <param name="NextCursor">Where the next page begins; null at the end.</param>
public sealed record CataloguePage<TRow>(IReadOnlyList<TRow> Rows, int Total, string? NextCursor)
{
    /// <summary>No rows.</summary>
    public static CataloguePage<TRow> Empty { get; } = new([], 0, null);
}
