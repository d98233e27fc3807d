namespace Catalog.Engine.Analytics;

/// <summary>One on its way through a funnel.</summary>
// mutable: it stands in an array and goes on there
internal struct FunnelEntry
{
    /// <summary>Who.</summary>
    public ulong Id;

    /// <summary>When the first step was taken, milliseconds since 1970.</summary>
    public long StartMs;

    /// <summary>When the last one was.</summary>
    public long LastMs;

    /// <summary>The last one; −1 when it is through or was given up.</summary>
    public int Step;
}
