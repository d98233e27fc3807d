namespace Catalog.Engine.Booking;

/// <summary>How well <see cref="BestAvailable"/> could seat a party: its ladder, best first.</summary>
public enum BestAvailableRung : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Side by side, and nobody else's seat is left alone.</summary>
    Together = 1,

    /// <summary>Side by side, but a single seat is left alone next to them.</summary>
    TogetherWithOrphan = 2,

    /// <summary>Side by side, some in seats kept for companions of wheelchair users.</summary>
    TogetherWithCompanion = 3,

    /// <summary>In two groups in the same row or in neighbouring ones.</summary>
    Split = 4,

    /// <summary>One by one.</summary>
    Singles = 5,
}
