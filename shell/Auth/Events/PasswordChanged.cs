using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>An account has another password, or the same hashed anew.</summary>
public readonly record struct PasswordChanged(ulong UserId, string PasswordHash) : IEvent<PasswordChanged>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(UserId);
        writer.Write(PasswordHash);
    }

    /// <inheritdoc/>
    public static PasswordChanged Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadUInt64(), reader.ReadString());
}
