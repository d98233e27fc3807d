using Catalog.Bench.Booking;
using Catalog.Bench.Gateway;
using Catalog.Bench.Leaderboards;

namespace Catalog.Bench;

/// <summary>Every system that is measured: one line each.</summary>
internal static class Systems
{
    public static IReadOnlyList<IBenchSystem> All { get; } =
    [
        new BookingBench(),
        new GatewayBench(),
        new LeaderboardsBench(),
    ];
}
