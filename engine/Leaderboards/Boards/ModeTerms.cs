using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The rules of a game mode and of its boards. Immutable.</summary>
public sealed record ModeTerms : IWireRecord<ModeTerms>
{
    /// <summary>The most regions.</summary>
    public const int MaxRegions = 32;

    /// <summary>The most places of a board that are rewarded.</summary>
    public const int MaxRewards = 1000;

    private const int FieldCount = 18;
    private const int MaxGameSeconds = 24 * 60 * 60;
    private const int MaxKept = 1000;
    private const int MaxArchiveRows = 10_000;
    private const int MaxArchives = 10_000;
    private const int MaxGroupSize = 1000;
    private const int MaxTiers = 100;
    private const long MinHalfLifeMs = 60 * 60 * 1000;

    /// <summary>What players call it.</summary>
    public required string Name { get; init; }

    /// <summary>What a submission does to a score. Never changes once the mode is open.</summary>
    public BoardOperator Operator { get; init; }

    /// <summary>The most one game can bring.</summary>
    public required int MaxScorePerGame { get; init; }

    /// <summary>How long a game usually takes, in seconds.</summary>
    public required int AverageGameSeconds { get; init; }

    /// <summary>The shortest time between two games of a player, in milliseconds.</summary>
    public int MinIntervalMs { get; init; } = 60_000;

    /// <summary>Regions are 1 to this many, each with boards of its own; 0 for none. Never changes.</summary>
    public byte RegionCount { get; init; }

    /// <summary>Whether there is a board of the last 24 hours; only where scores are summed.</summary>
    public bool HasSliding { get; init; }

    /// <summary>
    /// After how long a score is worth half on the decaying board, in milliseconds; 0 for no such board. Only where
    /// scores are summed. Never changes.
    /// </summary>
    public long DecayHalfLifeMs { get; init; }

    /// <summary>How many days stay readable, the present one included.</summary>
    public int DaysKept { get; init; } = 7;

    /// <summary>How many weeks.</summary>
    public int WeeksKept { get; init; } = 8;

    /// <summary>How many months.</summary>
    public int MonthsKept { get; init; } = 12;

    /// <summary>How many seasons.</summary>
    public int SeasonsKept { get; init; } = 4;

    /// <summary>How many of the top final standings keep for good.</summary>
    public int ArchiveRows { get; init; } = 100;

    /// <summary>How many final standings of a kind and region are kept.</summary>
    public int ArchivesKept { get; init; } = 400;

    /// <summary>How many players are in a league group; 0 for no leagues.</summary>
    public int LeagueGroupSize { get; init; }

    /// <summary>How many tiers leagues have.</summary>
    public int LeagueTiers { get; init; } = 5;

    /// <summary>How many of a group go up at the end of a week, and how many go down.</summary>
    public int LeagueMoves { get; init; } = 5;

    /// <summary>What the top gets when a window ends; of one kind the first that fits.</summary>
    public IReadOnlyList<RewardTier> Rewards { get; init; } = [];

    /// <summary>Whether the rules make sense. O(rewards).</summary>
    public bool IsValid =>
        MaxScorePerGame > 0
        && AverageGameSeconds is > 0 and <= MaxGameSeconds
        && MinIntervalMs >= 0
        && RegionCount <= MaxRegions
        && (Operator is BoardOperator.Sum || (!HasSliding && DecayHalfLifeMs == 0))
        && DecayHalfLifeMs is 0 or >= MinHalfLifeMs
        && DaysKept is > 0 and <= MaxKept && WeeksKept is > 0 and <= MaxKept
        && MonthsKept is > 0 and <= MaxKept && SeasonsKept is > 0 and <= MaxKept
        && ArchiveRows is > 0 and <= MaxArchiveRows && ArchivesKept is > 0 and <= MaxArchives
        && HasValidLeagues && Rewards.All(static tier => tier.MaxRank is > 0 and <= MaxRewards);

    private bool HasValidLeagues =>
        (LeagueGroupSize is 0 || (LeagueGroupSize is >= 2 and <= MaxGroupSize && WeeksKept > 1))
        && LeagueTiers is > 0 and <= MaxTiers
        && LeagueMoves >= 0 && (LeagueGroupSize == 0 || LeagueMoves * 2 <= LeagueGroupSize);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Name);
        writer.Write((byte)Operator);
        writer.Write(MaxScorePerGame);
        writer.Write(AverageGameSeconds);
        writer.Write(MinIntervalMs);
        writer.Write(RegionCount);
        writer.Write(HasSliding);
        writer.Write(DecayHalfLifeMs);
        writer.Write(DaysKept);
        writer.Write(WeeksKept);
        writer.Write(MonthsKept);
        writer.Write(SeasonsKept);
        writer.Write(ArchiveRows);
        writer.Write(ArchivesKept);
        writer.Write(LeagueGroupSize);
        writer.Write(LeagueTiers);
        writer.Write(LeagueMoves);
        WireList.Write(ref writer, Rewards);
    }

    /// <inheritdoc/>
    public static ModeTerms Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var terms = new ModeTerms
        {
            Name = reader.ReadString(),
            Operator = (BoardOperator)reader.ReadByte(),
            MaxScorePerGame = reader.ReadInt32(),
            AverageGameSeconds = reader.ReadInt32(),
            MinIntervalMs = reader.ReadInt32(),
            RegionCount = reader.ReadByte(),
            HasSliding = reader.ReadBoolean(),
            DecayHalfLifeMs = reader.ReadInt64(),
            DaysKept = reader.ReadInt32(),
            WeeksKept = reader.ReadInt32(),
            MonthsKept = reader.ReadInt32(),
            SeasonsKept = reader.ReadInt32(),
            ArchiveRows = reader.ReadInt32(),
            ArchivesKept = reader.ReadInt32(),
            LeagueGroupSize = reader.ReadInt32(),
            LeagueTiers = reader.ReadInt32(),
            LeagueMoves = reader.ReadInt32(),
            Rewards = WireList.Read<RewardTier>(ref reader),
        };
        WireFields.End(ref reader, further);
        return terms;
    }
}
