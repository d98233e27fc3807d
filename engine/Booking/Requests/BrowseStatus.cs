namespace Catalog.Engine.Booking;

/// <summary>Whether a list could be given.</summary>
public enum BrowseStatus : byte
{
    /// <summary>It could.</summary>
    Ok = 0,

    /// <summary>The limit is not 1 to <see cref="BrowseLimits.MaxLimit"/>.</summary>
    LimitInvalid = 1,

    /// <summary>The page is not at least 1, lies beyond what a catalogue holds, or comes with a cursor.</summary>
    PageInvalid = 2,

    /// <summary>The search is too long.</summary>
    SearchInvalid = 3,

    /// <summary>The text is not a cursor of this list.</summary>
    CursorInvalid = 4,

    /// <summary>The cursor belongs to another filter or order.</summary>
    CursorOfOtherFilter = 5,
}
