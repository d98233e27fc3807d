using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Decides commands that only look.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Chunk">The commands, none of which may change anything; filled with the answers by the shard.</param>
public readonly record struct ReadCommands(long TimeMs, CommandChunk Chunk)
    : IQuery<ChunkAnswers>, IWireCommand<ReadCommands>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Chunk.WriteCommands(ref writer);
    }

    /// <summary>Decodes the query; its chunk is one of its own.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a query.</exception>
    public static ReadCommands Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var query = new ReadCommands(reader.ReadInt64(), CommandChunk.ReadCommands(ref reader));
        WireFields.End(ref reader, further);
        return query;
    }
}
