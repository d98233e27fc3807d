using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>A session was ended: by its user, by a newer one, or because an old token of it was used again.</summary>
public readonly record struct FamilyRevoked(FamilyId Family) : IEvent<FamilyRevoked>
{
    /// <inheritdoc/>
    public static ushort TypeId => 5;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        Family.Write(ref writer);
    }

    /// <inheritdoc/>
    public static FamilyRevoked Read(ref MessagePackReader reader, byte version) =>
        new(FamilyId.Read(ref reader));
}
