namespace Catalog.Engine.Core.Consumers;

/// <summary>What became of trying a parked fact again.</summary>
public enum ReplayOutcome : byte
{
    /// <summary>No fact is parked at that position.</summary>
    NotParked = 0,

    /// <summary>It was handled, and is parked no more.</summary>
    Handled,

    /// <summary>It failed again, and stays parked with the new error.</summary>
    Failed,
}
