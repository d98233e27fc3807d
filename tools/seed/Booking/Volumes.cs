using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>
/// How much of everything there is: at scale 1 the specification's volumes, at smaller scales in proportion, but never
/// so little that nothing can be seen.
/// </summary>
internal sealed class Volumes(SeedRequest request)
{
    /// <summary>The largest scale: past and future showtimes then nearly fill the server's catalogue.</summary>
    public const double MaxScale = 1.4;

    /// <summary>Days of history.</summary>
    public const int PastDays = 180;

    /// <summary>Days to come.</summary>
    public const int FutureDays = 30;

    /// <summary>Theaters.</summary>
    public int Theaters { get; } = request.CountOf(100, 4);

    /// <summary>Cities they are in.</summary>
    public int Cities => Math.Clamp(Theaters / 10, 2, CityList.Count);

    /// <summary>Films.</summary>
    public int Movies { get; } = request.CountOf(500, 12);

    /// <summary>Showtimes to come.</summary>
    public int FutureShowtimes { get; } = request.CountOf(10_000, 10);

    /// <summary>Showtimes that were, as many a day as there will be.</summary>
    public int PastShowtimes => FutureShowtimes * (PastDays / FutureDays);

    /// <summary>People beside the two demo accounts.</summary>
    public int Users { get; } = request.CountOf(50_000, 20);

    /// <summary>Bookings that were paid, those cancelled since included.</summary>
    public int Bookings { get; } = request.CountOf(1_000_000, 100);
}
