using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>An account has another role; access tokens that name the old one are void.</summary>
public readonly record struct RoleChanged(ulong UserId, AccountRole Role, int Epoch) : IEvent<RoleChanged>
{
    /// <inheritdoc/>
    public static ushort TypeId => 7;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(UserId);
        writer.Write((ulong)Role);
        writer.Write((long)Epoch);
    }

    /// <inheritdoc/>
    public static RoleChanged Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadUInt64(), (AccountRole)reader.ReadUInt64(), reader.ReadInt32());
}
