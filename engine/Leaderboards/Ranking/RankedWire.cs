using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What the rankings' bytes and checks have in common.</summary>
internal static class RankedWire
{
    /// <summary>Refuses bytes that are not what they should be.</summary>
    public static void Expect(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException($"Ranking: expected {what}.");
    }

    /// <summary>Reads a number within its range.</summary>
    public static int ReadCount(ref MessagePackReader reader, int min, int max)
    {
        long value = reader.ReadInt64();
        Expect(value >= min && value <= max, "a number in its range");
        return (int)value;
    }

    /// <summary>Throws when an invariant does not hold.</summary>
    public static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant {invariant}.");
    }
}
