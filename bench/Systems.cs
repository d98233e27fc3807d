using Catalog.Bench.Booking;

namespace Catalog.Bench;

/// <summary>Every system that is measured: one line each.</summary>
internal static class Systems
{
    public static IReadOnlyList<IBenchSystem> All { get; } =
    [
        new BookingBench(),
    ];
}
