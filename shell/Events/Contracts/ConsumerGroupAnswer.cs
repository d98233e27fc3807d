namespace Catalog.Shell.Events.Contracts;

/// <summary>How this server's member of a consumer group at a broker is doing.</summary>
public sealed record ConsumerGroupAnswer
{
    /// <summary>The consumer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The group's name at the broker.</summary>
    public required string Group { get; init; }

    /// <summary>The topics it reads.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Whether it is a member at present.</summary>
    public required bool IsMember { get; init; }

    /// <summary>The partitions it was given, as of the last look, a second ago at most while it works.</summary>
    public required IReadOnlyList<GroupPartitionAnswer> Partitions { get; init; }

    /// <summary>Messages of its partitions it has not handled yet, of those where it is known.</summary>
    public required long Lag { get; init; }

    /// <summary>Messages handled since the start.</summary>
    public required long Handled { get; init; }

    /// <summary>Attempts that failed since the start.</summary>
    public required long FailedAttempts { get; init; }

    /// <summary>Messages it gave up on since the start; they are in the topic of parked events.</summary>
    public required long Parked { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }
}
