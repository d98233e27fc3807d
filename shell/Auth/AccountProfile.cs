using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth;

/// <summary>What is known of an account besides its secrets.</summary>
/// <param name="UserId">Its id, from 1.</param>
/// <param name="Email">Its normalised email address.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Role">Its role.</param>
/// <param name="Epoch">How often all its sessions were ended; an access token of an earlier epoch is void.</param>
public readonly record struct AccountProfile(ulong UserId, string Email, string Name, AccountRole Role, int Epoch)
{
    /// <summary>Nobody.</summary>
    public static AccountProfile None { get; } = new(0, "", "", AccountRole.Customer, 0);

    /// <summary>Encodes as five values.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(UserId);
        writer.Write(Email);
        writer.Write(Name);
        writer.Write((ulong)Role);
        writer.Write((long)Epoch);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public static AccountProfile Read(ref MessagePackReader reader) => new(
        reader.ReadUInt64(),
        reader.ReadString(),
        reader.ReadString(),
        (AccountRole)reader.ReadUInt64(),
        reader.ReadInt32());
}
