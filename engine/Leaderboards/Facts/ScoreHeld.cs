using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A submission broke rules: it does not count, and waits for review.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="SubmissionId">The submission's own id; repeating it is harmless.</param>
/// <param name="PayloadHash">A digest of what the submission said, so that its id is not used for another.</param>
/// <param name="Score">The score that was submitted.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="Reasons">The rules it broke.</param>
/// <param name="CaseId">The case it was added to; 0 when the queue is full.</param>
public readonly record struct ScoreHeld(
    ulong PlayerId,
    ulong SubmissionId,
    ulong PayloadHash,
    int Score,
    int DurationSeconds,
    byte Region,
    CheatReasons Reasons,
    long CaseId)
    : IEvent<ScoreHeld>
{
    /// <inheritdoc/>
    public static ushort TypeId => 11;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(8);
        writer.Write(PlayerId);
        writer.Write(SubmissionId);
        writer.Write(PayloadHash);
        writer.Write(Score);
        writer.Write(DurationSeconds);
        writer.Write(Region);
        writer.Write((byte)Reasons);
        writer.Write(CaseId);
    }

    /// <inheritdoc/>
    public static ScoreHeld Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ScoreHeld(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadByte(),
            (CheatReasons)reader.ReadByte(),
            reader.ReadInt64());
    }
}
