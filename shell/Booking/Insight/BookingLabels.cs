using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Booking.Insight;

/// <summary>
/// What people call films, theaters, genres, cities, weekdays, hours and kinds of customers. Thread-safe.
/// </summary>
internal sealed class BookingLabels(ProjectionView<CatalogueView> catalogue, ProjectionView<BookingInsight> insight)
    : IDimensionLabels
{
    /// <inheritdoc/>
    public string? LabelOf(string dimension, ulong id) => dimension switch
    {
        "movie" => catalogue.Read(id, static (all, id) => all.TryFindMovie(id, out Movie? movie) ? movie.Title : null),
        "theater" => catalogue.Read(id, static (all, id) =>
            all.TryFindTheater(id, out Theater? theater) ? theater.Name : null),
        "genre" => insight.Read(id, static (all, id) => all.GenreOf(id)),
        "city" => insight.Read(id, static (all, id) => all.CityOf(id)),
        "customer" => id == BookingRollups.NewCustomer ? "New" : "Returning",
        _ => WeekLabels.Of(dimension, id),
    };
}
