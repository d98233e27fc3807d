namespace Catalog.Engine.Booking;

/// <summary>What lists by name have in common.</summary>
/// <param name="Search">Words the name contains.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="Cursor">Where the page begins.</param>
/// <param name="FilterHash">What a cursor must belong to.</param>
internal readonly record struct NameRequest(string? Search, int Limit, string? Cursor, ulong FilterHash);
