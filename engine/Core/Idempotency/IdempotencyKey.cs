namespace Catalog.Engine.Core.Idempotency;

/// <summary>
/// Names one attempt of one caller, so that repeating it is harmless: a 128-bit digest of scope and key (who, which
/// operation, the key they sent) and a 64-bit digest of the payload they sent with it.
/// </summary>
/// <param name="High">Upper half of the digest of scope and key.</param>
/// <param name="Low">Lower half.</param>
/// <param name="PayloadHash">Digest of the payload.</param>
/// <param name="Phase">Whether the command is the whole operation, or begins or ends one that takes several.</param>
public readonly record struct IdempotencyKey(
    ulong High, ulong Low, ulong PayloadHash, IdempotencyPhase Phase = IdempotencyPhase.Whole)
{
    /// <summary>Whether this is <c>default</c>: the command carries no key.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>The digest of scope and key as one number.</summary>
    public UInt128 Digest => new(High, Low);
}
