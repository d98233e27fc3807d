namespace Catalog.Engine.Booking;

/// <summary>Where a visitor of an <see cref="AdmissionGate"/> stands.</summary>
public enum GateResult : byte
{
    /// <summary>Not here.</summary>
    Unknown = 0,

    /// <summary>Waiting.</summary>
    Waiting = 1,

    /// <summary>Inside, with a pass that is good.</summary>
    Admitted = 2,

    /// <summary>As many wait as can.</summary>
    Full = 3,

    /// <summary>Nothing is left, and nothing is held that could come back.</summary>
    SoldOut = 4,
}
