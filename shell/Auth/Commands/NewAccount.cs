using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>An account about to be made; checked, normalised and hashed by the shell.</summary>
/// <param name="Email">Normalised email address.</param>
/// <param name="Name">Display name.</param>
/// <param name="PasswordHash">The hashed password.</param>
/// <param name="Role">Its role.</param>
public readonly record struct NewAccount(string Email, string Name, string PasswordHash, AccountRole Role)
{
    private const int FieldCount = 4;

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Email);
        writer.Write(Name);
        writer.Write(PasswordHash);
        writer.Write((byte)Role);
    }

    internal static NewAccount Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new NewAccount(
            reader.ReadString(), reader.ReadString(), reader.ReadString(), (AccountRole)reader.ReadByte());
        WireFields.End(ref reader, further);
        return value;
    }
}
