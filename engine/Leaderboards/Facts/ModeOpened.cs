using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A game mode began: its boards take scores.</summary>
/// <param name="Terms">Its rules.</param>
public readonly record struct ModeOpened(ModeTerms Terms)
    : IEvent<ModeOpened>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ModeOpened Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ModeOpened(
            ModeTerms.Read(ref reader));
    }
}
