using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth;

/// <summary>A session about to be opened: the shell draws the secret, the accounts keep its digest.</summary>
/// <param name="Family">Its id.</param>
/// <param name="Token">Digest of its refresh token.</param>
/// <param name="ExpiresMs">When the token expires, milliseconds since 1970.</param>
public readonly record struct NewSession(FamilyId Family, Digest Token, long ExpiresMs)
{
    private const int FieldCount = 3;

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Family.Write(ref writer);
        Token.Write(ref writer);
        writer.Write(ExpiresMs);
    }

    internal static NewSession Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new NewSession(FamilyId.Read(ref reader), Digest.Read(ref reader), reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
