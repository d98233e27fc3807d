using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Catalog.Shell.Auth;

/// <summary>
/// A refresh token: 16 bytes that name the session and 32 random ones that are the secret, base64url without padding.
/// Only the secret's SHA-256 is ever stored.
/// </summary>
/// <param name="Family">The session.</param>
/// <param name="Secret">SHA-256 of the secret.</param>
/// <param name="Text">What the client holds.</param>
public readonly record struct RefreshToken(FamilyId Family, Digest Secret, string Text)
{
    /// <summary>Characters of a token.</summary>
    public const int Length = 64;

    private const int FamilyBytes = 16;
    private const int SizeBytes = FamilyBytes + 32;

    /// <summary>Draws the first token of a new session.</summary>
    public static RefreshToken Draw()
    {
        Span<byte> bytes = stackalloc byte[SizeBytes];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes, Base64Url.EncodeToString(bytes));
    }

    /// <summary>The token of the same session with another secret, of 32 bytes.</summary>
    public RefreshToken Next(ReadOnlySpan<byte> secret)
    {
        Span<byte> bytes = stackalloc byte[SizeBytes];
        secret.CopyTo(bytes[FamilyBytes..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Family.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], Family.Low);
        return FromBytes(bytes, Base64Url.EncodeToString(bytes));
    }

    /// <summary>Reads what a client sent.</summary>
    public static bool TryParse(string? text, out RefreshToken token)
    {
        token = default;
        if (text is not { Length: Length }) return false;
        Span<byte> bytes = stackalloc byte[SizeBytes];
        // Not TryDecodeFromChars, which throws on a foreign character.
        OperationStatus status = Base64Url.DecodeFromChars(text, bytes, out _, out int written);
        if (status != OperationStatus.Done || written != SizeBytes) return false;
        token = FromBytes(bytes, text);
        return true;
    }

    /// <summary>The session this token opens or goes on with.</summary>
    public NewSession ToSession(long expiresMs) => new(Family, Secret, expiresMs);

    /// <summary>Never the secret: a token must not end up in a log.</summary>
    public override string ToString() => "refresh token";

    private static RefreshToken FromBytes(ReadOnlySpan<byte> bytes, string text) => new(
        new FamilyId(
            BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..])),
        Digest.Of(bytes[FamilyBytes..]),
        text);
}
