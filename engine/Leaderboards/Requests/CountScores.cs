using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Counts the players of a board whose scores lie within bounds; nobody on a decaying board, whose scores are never the
/// same for long.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Board">The board; its window is only used when <paramref name="IsPast"/>.</param>
/// <param name="IsPast">Whether the window is the one named, rather than that of the moment of asking.</param>
/// <param name="Least">The lowest score that counts.</param>
/// <param name="Most">The highest score that counts.</param>
public readonly record struct CountScores(long TimeMs, BoardKey Board, bool IsPast, long Least, long Most)
    : IQuery<ScoreCount>, IWireCommand<CountScores>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Board.Write(ref writer);
        writer.Write(IsPast);
        writer.Write(Least);
        writer.Write(Most);
    }

    /// <inheritdoc/>
    public static CountScores Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new CountScores(
            reader.ReadInt64(),
            BoardKey.Read(ref reader),
            reader.ReadBoolean(),
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
