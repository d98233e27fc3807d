namespace Catalog.Engine.Booking.Advice;

/// <summary>How well a showtime sells, against those of the house's past.</summary>
public enum DemandClass : byte
{
    /// <summary>Like the third that sold least of its seats.</summary>
    Low,

    /// <summary>Like the middle third.</summary>
    Medium,

    /// <summary>Like the third that sold most.</summary>
    High,
}
