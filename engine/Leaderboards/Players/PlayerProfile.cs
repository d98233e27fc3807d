using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What is known of a player in all game modes.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Name">What others see; nobody else has it.</param>
/// <param name="Region">The home region; 0 for none.</param>
/// <param name="CreatedMs">Since when the player is known, milliseconds since 1970.</param>
public readonly record struct PlayerProfile(ulong PlayerId, string Name, byte Region, long CreatedMs)
    : IWireRecord<PlayerProfile>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(PlayerId);
        writer.Write(Name);
        writer.Write(Region);
        writer.Write(CreatedMs);
    }

    /// <inheritdoc/>
    public static PlayerProfile Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayerProfile(
            reader.ReadUInt64(),
            reader.ReadString(),
            reader.ReadByte(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
