using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What a player is suspected of, and what became of it.</summary>
/// <param name="CaseId">Grows with every case.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Status">Whether it was decided.</param>
/// <param name="Reasons">All rules that were broken.</param>
/// <param name="OpenedMs">When the first submission was held, milliseconds since 1970.</param>
/// <param name="LastMs">When the latest was.</param>
/// <param name="HeldCount">How many were held; only the first are kept.</param>
/// <param name="ModeratorId">Who decided; 0 for nobody.</param>
/// <param name="ClosedMs">When, milliseconds since 1970.</param>
/// <param name="Held">The held submissions that are kept, the earliest first.</param>
public readonly record struct CheatCase(
    long CaseId,
    ulong PlayerId,
    CaseStatus Status,
    CheatReasons Reasons,
    long OpenedMs,
    long LastMs,
    int HeldCount,
    ulong ModeratorId,
    long ClosedMs,
    IReadOnlyList<HeldScore> Held)
    : IWireRecord<CheatCase>
{
    private const int FieldCount = 10;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(CaseId);
        writer.Write(PlayerId);
        writer.Write((byte)Status);
        writer.Write((byte)Reasons);
        writer.Write(OpenedMs);
        writer.Write(LastMs);
        writer.Write(HeldCount);
        writer.Write(ModeratorId);
        writer.Write(ClosedMs);
        WireList.Write(ref writer, Held);
    }

    /// <inheritdoc/>
    public static CheatCase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new CheatCase(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            (CaseStatus)reader.ReadByte(),
            (CheatReasons)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            WireList.Read<HeldScore>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}
