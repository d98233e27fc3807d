namespace Catalog.Engine.Booking;

/// <summary>The bounds of what the catalogue takes in.</summary>
public static class CatalogueLimits
{
    /// <summary>Characters of a title, a theater's name or a city.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Characters of an address.</summary>
    public const int MaxAddressLength = 400;

    /// <summary>Characters of a description.</summary>
    public const int MaxDescriptionLength = 4000;

    /// <summary>Characters of a genre.</summary>
    public const int MaxGenreLength = 64;

    /// <summary>Characters of an age rating.</summary>
    public const int MaxRatingLength = 16;

    /// <summary>Characters of a poster's address: what browsers and proxies pass on.</summary>
    public const int MaxUrlLength = 2048;

    /// <summary>Minutes of a film: a day.</summary>
    public const int MaxDurationMinutes = 24 * 60;

    /// <summary>The most a place costs, in cents: 1,000.00.</summary>
    public const int MaxPriceCents = 1_000_00;

    /// <summary>The shortest hold, in milliseconds: nobody pays faster.</summary>
    public const int MinHoldMs = 10 * 1000;

    /// <summary>The longest hold, in milliseconds: an hour.</summary>
    public const int MaxHoldMs = 60 * 60 * 1000;

    /// <summary>How long a theater is cleaned between two films, in milliseconds: 15 minutes.</summary>
    public const long CleaningMs = 15 * 60 * 1000;

    /// <summary>
    /// The most an import weighs in the journal, in bytes: 16 MiB. Its facts go into one batch, which goes into one
    /// segment; there is room for others beside it.
    /// </summary>
    public const int MaxImportBytes = 16 * 1024 * 1024;

    /// <summary>The last instant the catalogue knows: the end of the year 9999, milliseconds since 1970.</summary>
    public const long MaxTimeMs = 253_402_300_799_999;
}
