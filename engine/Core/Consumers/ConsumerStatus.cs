namespace Catalog.Engine.Core.Consumers;

/// <summary>How a consumer is doing.</summary>
public sealed record ConsumerStatus
{
    /// <summary>The consumer.</summary>
    public required string Name { get; init; }

    /// <summary>Every fact before this journal position was handled or parked.</summary>
    public required long Offset { get; init; }

    /// <summary>The offset a restart would go on from.</summary>
    public required long SavedOffset { get; init; }

    /// <summary>Bytes of the journal not looked at yet.</summary>
    public required long LagBytes { get; init; }

    /// <summary>
    /// Age of the fact at the head, in milliseconds: of the one being tried, else of the last one passed while there
    /// are more; 0 when there are none.
    /// </summary>
    public required long LagMs { get; init; }

    /// <summary>Facts handled since the start, replays included.</summary>
    public required long HandledCount { get; init; }

    /// <summary>Attempts that failed since the start.</summary>
    public required long FailedAttemptCount { get; init; }

    /// <summary>Failed attempts of the fact at the head; 0 when it has not failed.</summary>
    public required int HeadAttempts { get; init; }

    /// <summary>Facts parked.</summary>
    public required int ParkedCount { get; init; }

    /// <summary>Whether an operator has paused it.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>What went wrong last, or null.</summary>
    public required string? LastError { get; init; }
}
