using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>The answer to <see cref="RunCommands"/> and <see cref="ReadCommands"/>.</summary>
/// <param name="Chunk">
/// Holds the answers: the command's own chunk, or what came over the wire when another node owns the database.
/// </param>
public readonly record struct ChunkAnswers(CommandChunk Chunk) : IResult<ChunkAnswers>
{
    private const int FieldCount = 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Chunk.WriteAnswers(ref writer);
    }

    /// <inheritdoc/>
    public static ChunkAnswers Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var answers = new ChunkAnswers(CommandChunk.ReadAnswers(ref reader));
        WireFields.End(ref reader, further);
        return answers;
    }
}
