using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth;

/// <summary>Names one session: a refresh token and everything it was rotated into. 128 random bits.</summary>
public readonly record struct FamilyId(ulong High, ulong Low)
{
    /// <summary>Encodes as two integers.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(High);
        writer.Write(Low);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public static FamilyId Read(ref MessagePackReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());
}
