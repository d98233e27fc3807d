using System.Collections.Concurrent;

namespace Catalog.Engine.Booking;

/// <summary>
/// The plans that have been read, by their bytes: a hall's thousands of showtimes keep one plan between them. Bounded;
/// beyond that plans are simply not shared. Thread-safe.
/// </summary>
internal static class SeatPlanPool
{
    /// <summary>Far more halls than a house has; a plan of 1,000 seats takes about 100 KB.</summary>
    private const int MaxPlans = 4096;

    private static readonly ConcurrentDictionary<ulong, (byte[] Encoded, SeatPlan Plan)> Plans = new();

    /// <summary>The plan with these bytes, or null. O(bytes); 0 B.</summary>
    public static SeatPlan? Find(ReadOnlySpan<byte> encoded) =>
        Plans.TryGetValue(HashOf(encoded), out (byte[] Encoded, SeatPlan Plan) known)
        && encoded.SequenceEqual(known.Encoded)
            ? known.Plan
            : null;

    /// <summary>Keeps a plan, unless one with its hash is kept or the pool is full.</summary>
    public static void Add(byte[] encoded, SeatPlan plan)
    {
        if (Plans.Count < MaxPlans) Plans.TryAdd(HashOf(encoded), (encoded, plan));
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo), 64 bits.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (byte b in bytes) hash = (hash ^ b) * 0x100000001B3UL;
        return hash;
    }
}
