using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The rules of a limited-time event or a tournament. Immutable.</summary>
public sealed record ContestTerms : IWireRecord<ContestTerms>
{
    private const int FieldCount = 13;
    private const int MaxMultiplierPercent = 10_000;

    /// <summary>Its id within the game mode, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>What players call it.</summary>
    public required string Name { get; init; }

    /// <summary>When it begins, milliseconds since 1970.</summary>
    public required long StartMs { get; init; }

    /// <summary>When it ends: a game submitted then is too late.</summary>
    public required long EndMs { get; init; }

    /// <summary>What a score is worth in it: 200 for double points.</summary>
    public int MultiplierPercent { get; init; } = 100;

    /// <summary>Whether the scores are worth that on the other boards, too.</summary>
    public bool MultipliesBoards { get; init; }

    /// <summary>What a submission does to a score in it.</summary>
    public BoardOperator Operator { get; init; }

    /// <summary>Whether only who joined takes part: a tournament.</summary>
    public bool NeedsJoining { get; init; }

    /// <summary>How many may take part; 0 for any number.</summary>
    public int MaxPlayers { get; init; }

    /// <summary>How many games of a player count; 0 for any number.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>How long a player may go on from joining, in milliseconds; 0 until it ends.</summary>
    public long AttemptMs { get; init; }

    /// <summary>Only games played in this region count; 0 for all.</summary>
    public byte Region { get; init; }

    /// <summary>Counts changes.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Whether the rules make sense. O(1).</summary>
    public bool IsValid =>
        Id > 0
        && EndMs > StartMs
        && MultiplierPercent is > 0 and <= MaxMultiplierPercent
        && MaxPlayers >= 0 && MaxAttempts >= 0 && AttemptMs >= 0
        && (AttemptMs == 0 || NeedsJoining);

    /// <summary>Whether a game submitted at a moment is in its time. O(1).</summary>
    public bool Spans(long timeMs) => timeMs >= StartMs && timeMs < EndMs;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write(Name);
        writer.Write(StartMs);
        writer.Write(EndMs);
        writer.Write(MultiplierPercent);
        writer.Write(MultipliesBoards);
        writer.Write((byte)Operator);
        writer.Write(NeedsJoining);
        writer.Write(MaxPlayers);
        writer.Write(MaxAttempts);
        writer.Write(AttemptMs);
        writer.Write(Region);
        writer.Write(Revision);
    }

    /// <inheritdoc/>
    public static ContestTerms Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var terms = new ContestTerms
        {
            Id = reader.ReadInt32(),
            Name = reader.ReadString(),
            StartMs = reader.ReadInt64(),
            EndMs = reader.ReadInt64(),
            MultiplierPercent = reader.ReadInt32(),
            MultipliesBoards = reader.ReadBoolean(),
            Operator = (BoardOperator)reader.ReadByte(),
            NeedsJoining = reader.ReadBoolean(),
            MaxPlayers = reader.ReadInt32(),
            MaxAttempts = reader.ReadInt32(),
            AttemptMs = reader.ReadInt64(),
            Region = reader.ReadByte(),
            Revision = reader.ReadInt32(),
        };
        WireFields.End(ref reader, further);
        return terms;
    }
}
