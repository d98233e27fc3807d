using Catalog.Shell.Booking;
using Catalog.Shell.Leaderboards;

namespace Catalog.Shell;

/// <summary>The one list of systems: adding one is a line here and its folders.</summary>
public static class Systems
{
    /// <summary>Makes every system this server carries.</summary>
    public static IReadOnlyList<ICatalogSystem> Create() =>
    [
        new BookingSystem(),
        new LeaderboardsSystem(),
    ];
}
