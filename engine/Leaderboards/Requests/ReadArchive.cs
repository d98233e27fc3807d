using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reads final standings.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Board">Whose; its window alone is used when it is in the archive.</param>
public readonly record struct ReadArchive(long TimeMs, BoardKey Board)
    : IQuery<ArchiveReading>, IWireCommand<ReadArchive>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Board.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReadArchive Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadArchive(
            reader.ReadInt64(),
            BoardKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
