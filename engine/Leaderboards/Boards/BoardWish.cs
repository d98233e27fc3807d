using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Which part of which board is asked for.</summary>
/// <param name="Board">The board; its window is only used when <paramref name="IsPast"/>.</param>
/// <param name="IsPast">Whether the window is the one named, rather than that of the moment of asking.</param>
/// <param name="FromRank">
/// The first rank, from 1, when neither a player nor members are named; 0 is the last one, -1 the one before, and so
/// on, but never before the first.
/// </param>
/// <param name="Count">How many rows at most.</param>
/// <param name="AroundPlayer">The player to be in the middle, or 0.</param>
/// <param name="Members">Only these players, best first and with their ranks among all; empty for everybody.</param>
public readonly record struct BoardWish(
    BoardKey Board, bool IsPast, long FromRank, int Count, ulong AroundPlayer, IReadOnlyList<ulong> Members)
    : IWireRecord<BoardWish>
{
    /// <summary>The most rows of one answer.</summary>
    public const int MaxCount = 1000;

    private const int FieldCount = 6;

    /// <summary>The top of a board of the moment.</summary>
    public static BoardWish Top(WindowKind kind, int count, byte region = 0) =>
        new(new BoardKey(kind, region, 0), false, 1, count, 0, []);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Board.Write(ref writer);
        writer.Write(IsPast);
        writer.Write(FromRank);
        writer.Write(Count);
        writer.Write(AroundPlayer);
        WireList.Write(ref writer, Members);
    }

    /// <inheritdoc/>
    public static BoardWish Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var wish = new BoardWish(
            BoardKey.Read(ref reader),
            reader.ReadBoolean(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadUInt64(),
            WireList.ReadIds(ref reader));
        WireFields.End(ref reader, further);
        return wish;
    }
}
