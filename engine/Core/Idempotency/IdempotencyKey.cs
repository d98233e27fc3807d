using Catalog.Engine.Wire;

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
    private const int FieldCount = 4;

    /// <summary>Whether this is <c>default</c>: the command carries no key.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>The digest of scope and key as one number.</summary>
    public UInt128 Digest => new(High, Low);

    /// <summary>Encodes it: nil for <c>default</c>, else <c>[high, low, payload, phase]</c>. O(1).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        if (this == default)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(FieldCount);
        writer.Write(High);
        writer.Write(Low);
        writer.Write(PayloadHash);
        writer.Write((byte)Phase);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(1).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a key.</exception>
    public static IdempotencyKey Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil()) return default;
        int further = WireFields.Begin(ref reader, FieldCount);
        ulong high = reader.ReadUInt64(), low = reader.ReadUInt64(), payload = reader.ReadUInt64();
        byte phase = reader.ReadByte();
        if (phase > (byte)IdempotencyPhase.Finish) throw new MessagePackFormatException($"No phase {phase}.");
        WireFields.End(ref reader, further);
        return new IdempotencyKey(high, low, payload, (IdempotencyPhase)phase);
    }
}
