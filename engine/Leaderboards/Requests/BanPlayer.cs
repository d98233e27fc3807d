using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Takes a player off the boards, or lets one back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Kind">How; none lets the player back.</param>
/// <param name="UntilMs">When a temporary ban ends, milliseconds since 1970.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct BanPlayer(
    long TimeMs, ulong PlayerId, BanKind Kind, long UntilMs, ulong ModeratorId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<BanPlayer>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write((byte)Kind);
        writer.Write(UntilMs);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static BanPlayer Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new BanPlayer(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            (BanKind)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
