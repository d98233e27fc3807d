using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A score counts: it is on every board of its moment.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="SubmissionId">The submission's own id; repeating it is harmless.</param>
/// <param name="PayloadHash">A digest of what the submission said, so that its id is not used for another.</param>
/// <param name="Score">The score that was submitted.</param>
/// <param name="Counted">What counts on the boards: more while an event multiplies.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="DecayedKey">
/// The player's place in the decaying board after it, as <see cref="DecayScale"/> has it.
/// </param>
/// <param name="Total">The player's all-time score after it.</param>
/// <param name="Rank">The player's all-time rank after it, from 1; of a hidden player the one it would have.</param>
/// <param name="OldRank">The rank before it; 0 for none.</param>
/// <param name="IsPersonalBest">Whether no game of the player scored more before.</param>
/// <param name="IsHidden">Whether the player is off the boards, so that nobody may hear of it.</param>
public readonly record struct ScoreCounted(
    ulong PlayerId,
    ulong SubmissionId,
    ulong PayloadHash,
    int Score,
    long Counted,
    int DurationSeconds,
    byte Region,
    long DecayedKey,
    long Total,
    long Rank,
    long OldRank,
    bool IsPersonalBest,
    bool IsHidden)
    : IEvent<ScoreCounted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 10;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(13);
        writer.Write(PlayerId);
        writer.Write(SubmissionId);
        writer.Write(PayloadHash);
        writer.Write(Score);
        writer.Write(Counted);
        writer.Write(DurationSeconds);
        writer.Write(Region);
        writer.Write(DecayedKey);
        writer.Write(Total);
        writer.Write(Rank);
        writer.Write(OldRank);
        writer.Write(IsPersonalBest);
        writer.Write(IsHidden);
    }

    /// <inheritdoc/>
    public static ScoreCounted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ScoreCounted(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadBoolean(),
            reader.ReadBoolean());
    }
}
