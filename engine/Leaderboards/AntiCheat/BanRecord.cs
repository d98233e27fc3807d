using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>How a player is off the boards.</summary>
/// <param name="Kind">How.</param>
/// <param name="UntilMs">When it ends, milliseconds since 1970; 0 for never.</param>
/// <param name="ModeratorId">Who did it.</param>
internal readonly record struct BanRecord(BanKind Kind, long UntilMs, ulong ModeratorId) : IWireRecord<BanRecord>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Kind);
        writer.Write(UntilMs);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static BanRecord Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var ban = new BanRecord((BanKind)reader.ReadByte(), reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return ban;
    }
}
