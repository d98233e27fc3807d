using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What a player is suspected of, and what became of it.</summary>
/// <param name="CaseId">Grows with every case.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Status">Whether it was decided.</param>
/// <param name="Reasons">All rules that were broken.</param>
/// <param name="OpenedMs">
/// When the first submission was held, or the analyzer raised it, milliseconds since 1970.
/// </param>
/// <param name="LastMs">When that last happened.</param>
/// <param name="HeldCount">How many were held; only the first are kept.</param>
/// <param name="ModeratorId">Who decided; 0 for nobody.</param>
/// <param name="ClosedMs">When, milliseconds since 1970.</param>
/// <param name="Held">The held submissions that are kept, the earliest first.</param>
/// <param name="Anomaly">What the analyzer says; null when it is only about rules.</param>
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
    IReadOnlyList<HeldScore> Held,
    AnomalyNote? Anomaly = null)
    : IWireRecord<CheatCase>
{
    // What was saved before there was an analyzer has one field less.
    private const int FewestFields = 10;
    private const int FieldCount = 11;

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
        WireList.WriteOrNil(ref writer, Anomaly);
    }

    /// <inheritdoc/>
    public static CheatCase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FewestFields);
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
            WireList.Read<HeldScore>(ref reader),
            further > 0 ? WireList.ReadOrNull<AnomalyNote>(ref reader) : null);
        WireFields.End(ref reader, Math.Max(0, further - (FieldCount - FewestFields)));
        return value;
    }
}
