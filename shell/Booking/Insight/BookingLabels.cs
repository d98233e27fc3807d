using System.Globalization;
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
    private static readonly string[] Weekdays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <inheritdoc/>
    public string? LabelOf(string dimension, ulong id) => dimension switch
    {
        "movie" => catalogue.Read(id, static (all, id) => all.TryFindMovie(id, out Movie? movie) ? movie.Title : null),
        "theater" => catalogue.Read(id, static (all, id) =>
            all.TryFindTheater(id, out Theater? theater) ? theater.Name : null),
        "genre" => insight.Read(id, static (all, id) => all.GenreOf(id)),
        "city" => insight.Read(id, static (all, id) => all.CityOf(id)),
        "weekday" => id < (ulong)Weekdays.Length ? Weekdays[id] : null,
        "hour" => string.Create(CultureInfo.InvariantCulture, $"{id:00}:00"),
        "customer" => id == BookingRollups.NewCustomer ? "New" : "Returning",
        _ => null,
    };
}
