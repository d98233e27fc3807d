using System.Buffers.Binary;
using System.Security.Cryptography;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth;

/// <summary>A SHA-256 digest as a value: 32 bytes, big-endian words.</summary>
public readonly record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Digests <paramref name="bytes"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return FromBytes(hash);
    }

    /// <summary>Encodes as 32 bytes of binary.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
        writer.WriteBinary(bytes);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">It is not 32 bytes.</exception>
    public static Digest Read(ref MessagePackReader reader)
    {
        ReadOnlySpan<byte> bytes = reader.ReadBinary();
        return bytes.Length == SHA256.HashSizeInBytes
            ? FromBytes(bytes)
            : throw new MessagePackFormatException("A digest is 32 bytes.");
    }

    private static Digest FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));
}
