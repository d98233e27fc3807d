using Catalog.Engine.Core.Consumers;

namespace Catalog.Shell.Events.Contracts;

/// <summary>How a consumer is doing.</summary>
public sealed record ConsumerAnswer
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The server that runs it, where there are several and it is not the one that answers.</summary>
    public string? Server { get; init; }

    /// <summary>Every fact before this journal position was handled or parked.</summary>
    public required long Offset { get; init; }

    /// <summary>Where a restart would go on.</summary>
    public required long SavedOffset { get; init; }

    /// <summary>Bytes of the journal not looked at yet.</summary>
    public required long LagBytes { get; init; }

    /// <summary>Age of the fact at the head, in milliseconds.</summary>
    public required long LagMs { get; init; }

    /// <summary>
    /// Of the last 4,096 facts, half were handled within so many milliseconds of the moment they happened.
    /// </summary>
    public required int HandledWithinMsP50 { get; init; }

    /// <summary>The same for 99 in 100.</summary>
    public required int HandledWithinMsP99 { get; init; }

    /// <summary>Facts handled since the start.</summary>
    public required long Handled { get; init; }

    /// <summary>Attempts that failed since the start.</summary>
    public required long FailedAttempts { get; init; }

    /// <summary>Failed attempts of the fact at the head.</summary>
    public required int Retries { get; init; }

    /// <summary>Facts it gave up on.</summary>
    public required int Parked { get; init; }

    /// <summary>Whether it stands still.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }

    /// <summary>Makes the answer of a status.</summary>
    internal static ConsumerAnswer Of(ConsumerStatus status, RecentLag lag)
    {
        (int p50, int p99) = lag.Percentiles(50, 99);
        return new ConsumerAnswer
        {
            Name = status.Name,
            Offset = status.Offset,
            SavedOffset = status.SavedOffset,
            LagBytes = status.LagBytes,
            LagMs = status.LagMs,
            HandledWithinMsP50 = p50,
            HandledWithinMsP99 = p99,
            Handled = status.HandledCount,
            FailedAttempts = status.FailedAttemptCount,
            Retries = status.HeadAttempts,
            Parked = status.ParkedCount,
            IsPaused = status.IsPaused,
            LastError = status.LastError,
        };
    }
}
