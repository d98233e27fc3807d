namespace Catalog.Engine.Booking;

/// <summary>What can be said of a record by itself: whether its fields are within their bounds.</summary>
internal static class CatalogueRules
{
    private const double MaxLatitude = 90;
    private const double MaxLongitude = 180;

    /// <summary>Checks a theater's fields; the first at fault.</summary>
    public static CatalogueCode Check(Theater theater)
    {
        if (theater.Id == 0) return CatalogueCode.IdInvalid;
        if (!IsName(theater.Name, CatalogueLimits.MaxNameLength)) return CatalogueCode.NameInvalid;
        if (!IsName(theater.City, CatalogueLimits.MaxNameLength)) return CatalogueCode.CityInvalid;
        if (!IsText(theater.Address, CatalogueLimits.MaxAddressLength)) return CatalogueCode.AddressInvalid;
        // Written so that what is not a number fails.
        bool isOnEarth = Math.Abs(theater.Latitude) <= MaxLatitude && Math.Abs(theater.Longitude) <= MaxLongitude;
        if (!isOnEarth) return CatalogueCode.CoordinatesInvalid;
        return theater.Plan is null ? CatalogueCode.PlanInvalid : CatalogueCode.Done;
    }

    /// <summary>Checks a film's fields; the first at fault.</summary>
    public static CatalogueCode Check(Movie movie)
    {
        if (movie.Id == 0) return CatalogueCode.IdInvalid;
        if (!IsName(movie.Title, CatalogueLimits.MaxNameLength)) return CatalogueCode.TitleInvalid;
        if (!IsText(movie.Description, CatalogueLimits.MaxDescriptionLength)) return CatalogueCode.DescriptionInvalid;
        if (movie.DurationMinutes is < 1 or > CatalogueLimits.MaxDurationMinutes) return CatalogueCode.DurationInvalid;
        if (!IsName(movie.Genre, CatalogueLimits.MaxGenreLength)) return CatalogueCode.GenreInvalid;
        if (!IsText(movie.Rating, CatalogueLimits.MaxRatingLength)) return CatalogueCode.RatingInvalid;
        bool hasUrl = IsText(movie.PosterUrl, CatalogueLimits.MaxUrlLength);
        return hasUrl ? CatalogueCode.Done : CatalogueCode.PosterUrlInvalid;
    }

    /// <summary>Checks a showtime's fields; the first at fault.</summary>
    public static CatalogueCode Check(Showtime showtime)
    {
        if (showtime.Id == 0) return CatalogueCode.IdInvalid;
        if (showtime.StartsAtMs is < 0 or > CatalogueLimits.MaxTimeMs) return CatalogueCode.TimeInvalid;
        if (showtime.OnSaleAtMs < 0 || showtime.OnSaleAtMs > showtime.StartsAtMs) return CatalogueCode.TimeInvalid;
        bool isHold = showtime.HoldMs is >= CatalogueLimits.MinHoldMs and <= CatalogueLimits.MaxHoldMs;
        if (!isHold) return CatalogueCode.HoldTimeInvalid;
        foreach (int cents in showtime.Prices.Cents)
        {
            if (cents is < 0 or > CatalogueLimits.MaxPriceCents) return CatalogueCode.PriceInvalid;
        }

        return CatalogueCode.Done;
    }

    private static bool IsName(string? text, int maxLength) =>
        !string.IsNullOrWhiteSpace(text) && IsText(text, maxLength);

    // Half a surrogate pair would come back from the journal as another character: state after replay would differ.
    private static bool IsText(string? text, int maxLength)
    {
        if (text is null || text.Length > maxLength) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
