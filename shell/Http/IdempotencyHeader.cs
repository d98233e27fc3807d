using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Catalog.Engine.Core.Idempotency;
using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Http;

/// <summary>
/// Reads <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header) and makes the engine's key of it: scoped
/// to who asks and what for, so that nobody meets another's key.
/// </summary>
public static class IdempotencyHeader
{
    /// <summary>The header.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>The longest key.</summary>
    public const int MaxLength = 255;

    private const int MaxOperationBytes = 64;

    /// <summary>Reads the key. Allocates nothing of its own.</summary>
    /// <param name="context">The request.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="operation">What for: a constant of the endpoint, at most 64 bytes.</param>
    /// <param name="payloadHash">
    /// The hash of the body (<see cref="Body{T}.Hash"/>) and of whatever else makes the request what it is.
    /// </param>
    /// <param name="key">The engine's key.</param>
    /// <returns>Null, or the problem to answer.</returns>
    public static ProblemCode? Read(
        HttpContext context, ulong userId, ReadOnlySpan<byte> operation, ulong payloadHash, out IdempotencyKey key)
    {
        key = default;
        StringValues values = context.Request.Headers[Name];
        if (values.Count == 0) return ProblemCodes.IdempotencyKeyRequired;
        string text = values.Count == 1 ? values[0] ?? "" : "";
        if (!IsUsable(text)) return ProblemCodes.IdempotencyKeyInvalid;
        key = Make(userId, operation, text, payloadHash);
        return null;
    }

    /// <summary>
    /// Digests scope and key: SHA-256 of user id, operation length, operation and key, cut to 128 bits.
    /// </summary>
    /// <exception cref="ArgumentException">The operation is longer than 64 bytes.</exception>
    public static IdempotencyKey Make(ulong userId, ReadOnlySpan<byte> operation, string text, ulong payloadHash)
    {
        if (operation.Length > MaxOperationBytes) throw new ArgumentException("Too long.", nameof(operation));
        Span<byte> scoped = stackalloc byte[sizeof(ulong) + 1 + MaxOperationBytes + MaxLength];
        BinaryPrimitives.WriteUInt64BigEndian(scoped, userId);
        scoped[sizeof(ulong)] = (byte)operation.Length;
        operation.CopyTo(scoped[(sizeof(ulong) + 1)..]);
        int length = sizeof(ulong) + 1 + operation.Length;
        length += Encoding.ASCII.GetBytes(text, scoped[length..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scoped[..length], digest);
        return new IdempotencyKey(
            BinaryPrimitives.ReadUInt64BigEndian(digest),
            BinaryPrimitives.ReadUInt64BigEndian(digest[sizeof(ulong)..]),
            payloadHash);
    }

    /// <summary>Whether a text can be a key: 1 to 255 printable characters of ASCII.</summary>
    public static bool IsUsable(string? text) =>
        text?.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
