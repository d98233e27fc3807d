namespace Catalog.WsGateway.Loops;

/// <summary>
/// A connection's way out. Used by its loop alone; reports back with <see cref="EntryKind.Writable"/>.
/// </summary>
internal abstract class Outbound
{
    /// <summary>Whether a write failed: the peer is gone.</summary>
    internal bool IsBroken { get; private protected set; }

    /// <summary>
    /// Writes as much as can be without waiting. False when nothing more may be written until the loop is told; if then
    /// <paramref name="taken"/> is less than there was, the caller hands the rest over to <see cref="Resume"/>.
    /// </summary>
    internal abstract bool TryWrite(ReadOnlySpan<byte> bytes, out int taken);

    /// <summary>
    /// Writes the rest when it can be; the memory stays the caller's, untouched until the loop is told.
    /// </summary>
    internal abstract void Resume(byte[] rest, int start, int count);

    /// <summary>Bytes of the last <see cref="Resume"/> that were written, once the loop was told.</summary>
    internal abstract int TakenByResume { get; }

    /// <summary>Nothing more will be written: the peer learns so after the last byte.</summary>
    internal abstract void Finish();

    /// <summary>Ends the connection at once.</summary>
    internal abstract void Abort();
}
