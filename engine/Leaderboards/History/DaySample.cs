using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The all-time board at the end of a day: the first hundred, and behind them the scores at ranks one percent apart,
/// so that anybody's rank of that day is known within one percent from the score alone. 10 million players take
/// 1,260 numbers.
/// </summary>
/// <param name="Day">The day's number.</param>
/// <param name="Size">How many were on the board.</param>
/// <param name="Top">The first hundred.</param>
/// <param name="Curve">Rank and score of the others that are kept, by rank.</param>
internal sealed record DaySample(int Day, long Size, BoardRow[] Top, BoardRow[] Curve) : IWireRecord<DaySample>
{
    /// <summary>How many of the top are kept exactly.</summary>
    public const int TopCount = 100;

    private const int FieldCount = 4;
    private const int StepShare = 100;

    /// <summary>Takes the sample. O(1,260 · log n).</summary>
    public static DaySample Of(int day, Board board, PlayerTable players)
    {
        var curve = new List<BoardRow>();
        for (int rank = TopCount + 1; rank <= board.Count; rank += Math.Max(1, rank / StepShare))
        {
            curve.Add(new BoardRow(rank, 0, board.At(rank).Score));
        }

        return new DaySample(day, board.Count, board.CopyTop(TopCount, players), [.. curve]);
    }

    /// <summary>A player's place that day. O(log n) behind the first hundred, which are looked at one by one.</summary>
    public PlayerDay PlaceOf(int day, ulong playerId, long score)
    {
        foreach (BoardRow row in Top)
            if (row.PlayerId == playerId) return new PlayerDay(day, row.Rank, row.Score, true);
        return new PlayerDay(day, RankOf(score), score, false);
    }

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Day);
        writer.Write(Size);
        WireList.Write(ref writer, Top);
        WireList.Write(ref writer, Curve);
    }

    /// <inheritdoc/>
    public static DaySample Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var sample = new DaySample(
            reader.ReadInt32(),
            reader.ReadInt64(),
            WireList.Read<BoardRow>(ref reader),
            WireList.Read<BoardRow>(ref reader));
        WireFields.End(ref reader, further);
        return sample;
    }

    /// <summary>Between two known ranks the scores are taken to fall evenly.</summary>
    private long RankOf(long score)
    {
        if (Curve.Length == 0) return Math.Min(Top.Length + 1, Math.Max(1, Size));
        int low = 0, high = Curve.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Curve[middle].Score > score) low = middle + 1;
            else high = middle;
        }

        if (low == 0) return Curve[0].Rank;
        if (low == Curve.Length) return Size;
        (BoardRow above, BoardRow below) = (Curve[low - 1], Curve[low]);
        double part = (double)(above.Score - score) / (above.Score - below.Score);
        return above.Rank + (long)(part * (below.Rank - above.Rank));
    }
}
