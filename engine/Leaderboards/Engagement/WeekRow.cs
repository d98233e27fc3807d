using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>What became of those who began in a week.</summary>
internal sealed class WeekRow : IWireRecord<WeekRow>
{
    /// <summary>Weeks a cohort is followed, its first included.</summary>
    public const int Followed = 27;

    /// <summary>How many of them played so many weeks later; at 0 all of them.</summary>
    public int[] Retained = new int[Followed];

    /// <summary>Adds to those who played so many weeks later. O(1).</summary>
    public void Retain(int offset, int change)
    {
        if (offset < Followed) Retained[offset] += change;
    }

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => DayRow.WriteAll(Retained, ref writer);

    /// <inheritdoc/>
    public static WeekRow Read(ref MessagePackReader reader) => new() { Retained = DayRow.ReadAll(ref reader) };
}
