using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player has a name and a region.</summary>
/// <param name="Profile">What is known of the player.</param>
public readonly record struct PlayerSaved(PlayerProfile Profile)
    : IEvent<PlayerSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        Profile.Write(ref writer);
    }

    /// <inheritdoc/>
    public static PlayerSaved Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlayerSaved(
            PlayerProfile.Read(ref reader));
    }
}
