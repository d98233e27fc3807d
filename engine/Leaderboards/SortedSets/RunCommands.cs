using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Decides commands of which some may change the database.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Chunk">The commands; filled with the answers by the shard.</param>
public readonly record struct RunCommands(long TimeMs, CommandChunk Chunk)
    : ICommand<ChunkAnswers>, IWireCommand<RunCommands>
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

    /// <summary>Decodes the command; its chunk is one of its own.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a command.</exception>
    public static RunCommands Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RunCommands(reader.ReadInt64(), CommandChunk.ReadCommands(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
