namespace Catalog.Engine.Models.Text.Intents;

/// <summary>A time of day from one minute to before another.</summary>
internal readonly record struct ClockRange(int FromMinute, int ToMinute, bool IsExact = false)
{
    /// <summary>What both allow; the exact one when they have nothing in common.</summary>
    public ClockRange Narrow(ClockRange other)
    {
        var both = new ClockRange(
            Math.Max(FromMinute, other.FromMinute), Math.Min(ToMinute, other.ToMinute), IsExact || other.IsExact);
        return both.FromMinute < both.ToMinute ? both : other.IsExact ? other : this;
    }
}
