using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Copies a part of a board into a buffer of the caller's.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Target">Filled by the shard; the caller reads it once answered.</param>
/// <param name="Wish">Which part of which board.</param>
public readonly record struct ReadBoard(long TimeMs, BoardCopy Target, BoardWish Wish)
    : IQuery<BoardReading>, IWireCommand<ReadBoard>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Wish.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReadBoard Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadBoard(
            reader.ReadInt64(),
            new BoardCopy(),
            BoardWish.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
