namespace Catalog.Engine.Booking;

/// <summary>The bounds of what may be asked of a list.</summary>
public static class BrowseLimits
{
    /// <summary>The rows of a page when nothing is said.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most rows of a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>The most rows before and on a numbered page; cursors go further.</summary>
    public const int MaxOffset = 100_000;

    /// <summary>Characters of a search.</summary>
    public const int MaxSearchLength = 200;

    /// <summary>Characters of a cursor: room for a folded name of the greatest length.</summary>
    public const int MaxCursorLength = 2048;

    /// <summary>Checks what all lists have in common.</summary>
    internal static BrowseStatus Check(int limit, string? search)
    {
        if (limit is < 1 or > MaxLimit) return BrowseStatus.LimitInvalid;
        return search?.Length > MaxSearchLength ? BrowseStatus.SearchInvalid : BrowseStatus.Ok;
    }
}
