using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A score that was held, or comes from elsewhere, counts on the boards of the moment it was played.
/// </summary>
/// <param name="PlayerId">The player.</param>
/// <param name="SubmissionId">The submission's own id; repeating it is harmless.</param>
/// <param name="Score">The score.</param>
/// <param name="Counted">What counts on the boards.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="PlayedMs">When it was submitted, milliseconds since 1970.</param>
/// <param name="DecayedKey">The player's place in the decaying board after it.</param>
/// <param name="Total">The player's all-time score after it.</param>
public readonly record struct HeldScoreCounted(
    ulong PlayerId,
    ulong SubmissionId,
    int Score,
    long Counted,
    int DurationSeconds,
    byte Region,
    long PlayedMs,
    long DecayedKey,
    long Total)
    : IEvent<HeldScoreCounted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 31;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(9);
        writer.Write(PlayerId);
        writer.Write(SubmissionId);
        writer.Write(Score);
        writer.Write(Counted);
        writer.Write(DurationSeconds);
        writer.Write(Region);
        writer.Write(PlayedMs);
        writer.Write(DecayedKey);
        writer.Write(Total);
    }

    /// <inheritdoc/>
    public static HeldScoreCounted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new HeldScoreCounted(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64());
    }
}
