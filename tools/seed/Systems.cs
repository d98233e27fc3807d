using Catalog.Seed.Booking;
using Catalog.Seed.Leaderboards;

namespace Catalog.Seed;

/// <summary>Every system that can be seeded: one line each.</summary>
internal static class Systems
{
    public static IReadOnlyList<ISystemSeeder> All { get; } =
    [
        new BookingSeeder(),
        new LeaderboardSeeder(),
    ];
}
