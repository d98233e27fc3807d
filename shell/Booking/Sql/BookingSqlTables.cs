using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Events;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Booking.Sql;

/// <summary>
/// What booking's facts, and those of accounts and the catalogue, make of <see cref="BookingTables"/>. Each fact sets
/// columns of its own, so no row has to be read: what a booking's status is follows in PostgreSQL.
/// </summary>
internal sealed partial class BookingSqlTables(
    ProjectionView<CatalogueView> catalogue, ProjectionView<UserBookings> bookings, Accounts accounts) : ISqlTables
{
    /// <inheritdoc/>
    public string Schema => BookingTables.Schema;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<SqlTable> Tables => BookingTables.All;

    /// <inheritdoc/>
    public string MoreSql => BookingSql.IndexesAndViews;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System switch
    {
        ShowtimeMachine.Id => header.Type is 1 or (>= 10 and <= 14) or (>= 20 and <= 24) or 30 or 31 or 42,
        CatalogueMachine.Id => header.Type is >= 1 and <= 6,
        AccountMachine.Id => header.Type is 1 or 7,
        _ => false,
    };

    /// <inheritdoc/>
    public Task PrepareAsync(IReadOnlyList<SqlFact> facts, long position, CancellationToken cancel) =>
        catalogue.WaitForAsync(position, cancel);

    /// <inheritdoc/>
    public void Map(in EventHeader header, ReadOnlySpan<byte> payload, SqlBatch into)
    {
        var reader = new Engine.Wire.MessagePackReader(payload);
        switch (header.Partition.System)
        {
            case ShowtimeMachine.Id: MapShowtime(in header, ref reader, into); break;
            case CatalogueMachine.Id: MapCatalogue(in header, ref reader, into); break;
            default: MapAccount(in header, ref reader, into); break;
        }
    }

    private static void MapAccount(in EventHeader header, ref Engine.Wire.MessagePackReader reader, SqlBatch into)
    {
        if (header.Type == RoleChanged.TypeId)
        {
            RoleChanged changed = RoleChanged.Read(ref reader, header.Version);
            into.Patch(BookingTables.Users, changed.UserId).Set("role", Roles.NameOf(changed.Role));
            return;
        }

        AccountProfile profile = AccountRegistered.Read(ref reader, header.Version).Profile;
        into.Put(BookingTables.Users, profile.UserId)
            .Set("name", profile.Name)
            .Set("email", profile.Email)
            .Set("role", Roles.NameOf(profile.Role))
            .Set("created_at", SqlText.Time(header.TimeMs));
    }

    private static void MapCatalogue(in EventHeader header, ref Engine.Wire.MessagePackReader reader, SqlBatch into)
    {
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: Put(TheaterSaved.Read(ref reader, version).Theater, into); break;
            case 2: Put(MovieSaved.Read(ref reader, version).Movie, into); break;
            case 3: Put(ShowtimeSaved.Read(ref reader, version).Showtime, into); break;
            case 4: into.Remove(BookingTables.Theaters, TheaterRemoved.Read(ref reader, version).TheaterId); break;
            case 5: into.Remove(BookingTables.Movies, MovieRemoved.Read(ref reader, version).MovieId); break;
            default:
                ulong cancelled = ShowtimeCancelled.Read(ref reader, version).ShowtimeId;
                into.Patch(BookingTables.Showtimes, cancelled).Set("status", NameOf(ShowtimeStatus.Cancelled));
                break;
        }
    }

    private static void Put(Theater theater, SqlBatch into) => into.Put(BookingTables.Theaters, theater.Id)
        .Set("name", theater.Name)
        .Set("location", LocationOf(theater))
        .Set("total_seats", theater.TotalSeats)
        .Set("city", theater.City)
        .Set("latitude", theater.Latitude)
        .Set("longitude", theater.Longitude);

    private static void Put(Movie movie, SqlBatch into) => into.Put(BookingTables.Movies, movie.Id)
        .Set("title", movie.Title)
        .Set("description", movie.Description)
        .Set("duration", movie.DurationMinutes)
        .Set("genre", movie.Genre)
        .Set("poster_url", movie.PosterUrl)
        .Set("rating", movie.Rating)
        .Set("released_on", movie.ReleasedOn);

    private static void Put(Showtime showtime, SqlBatch into) => into.Put(BookingTables.Showtimes, showtime.Id)
        .Set("movie_id", showtime.MovieId)
        .Set("theater_id", showtime.TheaterId)
        .Set("show_time", SqlText.Time(showtime.StartsAtMs))
        .Set("price", SqlText.Amount(showtime.Prices.BaseCents))
        .Set("ends_at", SqlText.Time(showtime.EndsAtMs))
        .Set("on_sale_at", SqlText.TimeOrNull(showtime.OnSaleAtMs))
        .Set("status", NameOf(showtime.Status));

    private static string LocationOf(Theater theater) =>
        theater.Address.Length == 0 ? theater.City : $"{theater.Address}, {theater.City}";

    private static string NameOf(ShowtimeStatus status) =>
        status == ShowtimeStatus.Cancelled ? "cancelled" : "scheduled";
}
