namespace Catalog.Engine.Models.Text;

/// <summary>The bounds of a <see cref="CompletionModel"/>.</summary>
public sealed record CompletionOptions
{
    /// <summary>Words of the longest sequence that is counted, 2 to 6.</summary>
    public int Order { get; init; } = 4;

    /// <summary>
    /// Sequences remembered, at least 1,024; the rarest are forgotten when there are more. About 60 bytes each.
    /// </summary>
    public int MaxSequences { get; init; } = 500_000;

    /// <summary>What a shorter context is worth beside the longer one that did not know: 0.4 as in the paper.</summary>
    public double BackOff { get; init; } = 0.4;

    /// <summary>A completion goes on as long as the next word is this likely.</summary>
    public double GoOnAt { get; init; } = 0.5;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Order, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Order, 6);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSequences, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BackOff, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BackOff, 1);
    }
}
