using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The rules of a game mode changed.</summary>
/// <param name="Terms">Its rules now.</param>
public readonly record struct ModeRevised(ModeTerms Terms)
    : IEvent<ModeRevised>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ModeRevised Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ModeRevised(
            ModeTerms.Read(ref reader));
    }
}
