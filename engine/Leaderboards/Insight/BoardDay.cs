using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>How the all-time board of a mode stood at the end of a day, and what happened on it. Immutable.</summary>
public sealed record BoardDay : IWireRecord<BoardDay>
{
    /// <summary>How many of the top are kept.</summary>
    public const int TopCount = 100;

    private const int FieldCount = 16;

    /// <summary>The day, since 1970.</summary>
    public required int Day { get; init; }

    /// <summary>How many were on the board.</summary>
    public long Players { get; init; }

    /// <summary>The sum of their totals.</summary>
    public long TotalSum { get; init; }

    /// <summary>The total in the middle.</summary>
    public long MedianTotal { get; init; }

    /// <summary>Games that counted while it was the day.</summary>
    public long Games { get; init; }

    /// <summary>What they brought.</summary>
    public long ScoreSum { get; init; }

    /// <summary>Of these, games of those who were among the first hundred the day before.</summary>
    public long TopGames { get; init; }

    /// <summary>What those brought.</summary>
    public long TopScoreSum { get; init; }

    /// <summary>
    /// What games brought as a multiple of the same players' averages until then, the one in the middle: the same from
    /// day to day as long as games are worth what they were, whoever plays, and whoever cheats. Within 0.25 %; not a
    /// number without games of players who had three before.
    /// </summary>
    public double Worth { get; init; } = double.NaN;

    /// <summary>As <see cref="Worth"/>, of those who were among the first hundred the day before.</summary>
    public double TopWorth { get; init; } = double.NaN;

    /// <summary>Submissions that had a rank before and after.</summary>
    public long Ranked { get; init; }

    /// <summary>Of these, how many changed the rank.</summary>
    public long RankChanges { get; init; }

    /// <summary>By how many places altogether.</summary>
    public long Places { get; init; }

    /// <summary>How many players were known when the day began: those who came on it have later numbers.</summary>
    public int FirstSlot { get; init; }

    /// <summary>The first hundred, the best first.</summary>
    public IReadOnlyList<BoardRow> Top { get; init; } = [];

    /// <summary>How far those have come who began so many days ago.</summary>
    public IReadOnlyList<ClimbPoint> Climb { get; init; } = [];

    /// <summary>The average total of the first hundred; 0 of nobody. O(100).</summary>
    public double TopAverage => AverageOf(TopCount);

    /// <summary>The average total of the first so many; 0 of nobody. O(first).</summary>
    public double AverageOf(int first)
    {
        int count = Math.Min(first, Top.Count);
        double sum = 0;
        for (int i = 0; i < count; i++) sum += Top[i].Score;
        return count == 0 ? 0 : sum / count;
    }

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Day);
        writer.Write(Players);
        writer.Write(TotalSum);
        writer.Write(MedianTotal);
        writer.Write(Games);
        writer.Write(ScoreSum);
        writer.Write(TopGames);
        writer.Write(TopScoreSum);
        writer.Write(Worth);
        writer.Write(TopWorth);
        writer.Write(Ranked);
        writer.Write(RankChanges);
        writer.Write(Places);
        writer.Write(FirstSlot);
        WireList.Write(ref writer, Top);
        writer.WriteArrayHeader(Climb.Count * 4);
        foreach (ClimbPoint point in Climb)
        {
            writer.Write(point.Age);
            writer.Write(point.Players);
            writer.Write(point.Behind);
            writer.Write(point.InTopTenth);
        }
    }

    /// <inheritdoc/>
    public static BoardDay Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var day = new BoardDay
        {
            Day = reader.ReadInt32(),
            Players = reader.ReadInt64(),
            TotalSum = reader.ReadInt64(),
            MedianTotal = reader.ReadInt64(),
            Games = reader.ReadInt64(),
            ScoreSum = reader.ReadInt64(),
            TopGames = reader.ReadInt64(),
            TopScoreSum = reader.ReadInt64(),
            Worth = reader.ReadDouble(),
            TopWorth = reader.ReadDouble(),
            Ranked = reader.ReadInt64(),
            RankChanges = reader.ReadInt64(),
            Places = reader.ReadInt64(),
            FirstSlot = reader.ReadInt32(),
            Top = WireList.Read<BoardRow>(ref reader),
            Climb = ReadClimb(ref reader),
        };
        WireFields.End(ref reader, further);
        return day;
    }

    private static ClimbPoint[] ReadClimb(ref MessagePackReader reader)
    {
        var points = new ClimbPoint[reader.ReadArrayHeader() / 4];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new ClimbPoint(
                reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32());
        }

        return points;
    }
}
