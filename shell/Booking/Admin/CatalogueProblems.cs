using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>Answers a change the catalogue did not take.</summary>
internal static class CatalogueProblems
{
    /// <summary>Answers with the problem behind a refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">The catalogue's answer.</param>
    /// <param name="conflict">The problem when the record has another revision.</param>
    public static Task WriteAsync(HttpContext context, CatalogueResult refusal, ProblemCode conflict)
    {
        if (FieldOf(refusal.Code) is { } field)
            return Problems.WriteAsync(context, ProblemCodes.InvalidBody, FieldErrors.Of(field.Name, field.Message));
        return refusal.Code switch
        {
            CatalogueCode.UnknownShowtime => Problems.WriteAsync(context, ProblemCodes.NotFound),
            CatalogueCode.RevisionConflict when refusal.Revision == 0 =>
                Problems.WriteAsync(context, ProblemCodes.NotFound),
            CatalogueCode.RevisionConflict => Problems.WriteAsync(context, conflict, $"It is at {refusal.Revision}."),
            CatalogueCode.AlreadyCancelled => Problems.WriteAsync(context, BookingProblems.ShowCancelled),
            CatalogueCode.TheatersFull or CatalogueCode.MoviesFull or CatalogueCode.ShowtimesFull =>
                Problems.WriteAsync(context, BookingProblems.CatalogueFull),
            _ => Problems.WriteAsync(context, BookingProblems.CatalogueConflict, ConflictOf(refusal.Code)),
        };
    }

    private static (string Name, string Message)? FieldOf(CatalogueCode code) => code switch
    {
        CatalogueCode.NameInvalid => ("name", "Must have 1 to 200 characters."),
        CatalogueCode.CityInvalid => ("city", "Must have 1 to 200 characters."),
        CatalogueCode.AddressInvalid => ("address", "Must have at most 400 characters."),
        CatalogueCode.CoordinatesInvalid => ("latitude", "Latitude is -90 to 90, longitude -180 to 180."),
        CatalogueCode.PlanInvalid => ("plan", "Is required."),
        CatalogueCode.TitleInvalid => ("title", "Must have 1 to 200 characters."),
        CatalogueCode.DescriptionInvalid => ("description", "Must have at most 4000 characters."),
        CatalogueCode.DurationInvalid => ("durationMinutes", "Must be 1 to 1440."),
        CatalogueCode.GenreInvalid => ("genre", "Must have 1 to 64 characters."),
        CatalogueCode.RatingInvalid => ("rating", "Must have at most 16 characters."),
        CatalogueCode.PosterUrlInvalid => ("posterUrl", "Must have at most 2048 characters."),
        CatalogueCode.PriceInvalid => ("zonePrices", "A price is 0 to 100000 hundredths."),
        CatalogueCode.PriceCountInvalid => ("zonePrices", "Every zone has one price."),
        CatalogueCode.HoldTimeInvalid => ("holdSeconds", "Must be 10 to 3600."),
        CatalogueCode.TimeInvalid => ("onSaleAt", "Sales begin before the film, both between 1970 and 9999."),
        CatalogueCode.StartInPast => ("startsAt", "Lies in the past."),
        CatalogueCode.UnknownTheater => ("theaterId", "There is no such theater."),
        CatalogueCode.UnknownMovie => ("movieId", "There is no such film."),
        CatalogueCode.TheaterFixed => ("theaterId", "A showtime stays in its theater."),
        _ => null,
    };

    private static string ConflictOf(CatalogueCode code) => code switch
    {
        CatalogueCode.Overlap => "Another film is shown in the theater at that time, or it is being cleaned.",
        CatalogueCode.PlanInUse => "The plan cannot change while the theater has showtimes to come.",
        CatalogueCode.DurationInUse => "The duration cannot change while the film has showtimes to come.",
        CatalogueCode.TheaterInUse => "Showtimes refer to the theater.",
        CatalogueCode.MovieInUse => "Showtimes refer to the film.",
        CatalogueCode.AlreadyOver => "The showtime is over.",
        _ => "It does not fit what is there.",
    };
}
