using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Names a player, or changes name and region.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Name">The name wished for; one that is taken gets the id behind it.</param>
/// <param name="Region">The home region; 0 for none.</param>
public readonly record struct SavePlayer(long TimeMs, ulong PlayerId, string Name, byte Region)
    : ICommand<PlayersReading>, IWireCommand<SavePlayer>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(Name);
        writer.Write(Region);
    }

    /// <inheritdoc/>
    public static SavePlayer Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SavePlayer(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadString(),
            reader.ReadByte());
        WireFields.End(ref reader, further);
        return command;
    }
}
