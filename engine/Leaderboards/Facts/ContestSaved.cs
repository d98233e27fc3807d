using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>An event or tournament was planned or changed.</summary>
/// <param name="Terms">Its rules.</param>
public readonly record struct ContestSaved(ContestTerms Terms)
    : IEvent<ContestSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 40;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ContestSaved Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ContestSaved(
            ContestTerms.Read(ref reader));
    }
}
