using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>An account came to be.</summary>
public readonly record struct AccountRegistered(AccountProfile Profile, string PasswordHash) : IEvent<AccountRegistered>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        Profile.Write(ref writer);
        writer.Write(PasswordHash);
    }

    /// <inheritdoc/>
    public static AccountRegistered Read(ref MessagePackReader reader, byte version) =>
        new(AccountProfile.Read(ref reader), reader.ReadString());
}
