using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// A forward cursor over the durable records of a journal. Not thread-safe; several may read at once.
/// </summary>
public abstract class JournalReader : IDisposable
{
    /// <summary>The position the next record will be looked for at; after a record, just behind it.</summary>
    public abstract long Position { get; }

    /// <summary>
    /// Moves to the next durable fact (commit markers are passed over). O(size of the record).
    /// </summary>
    /// <param name="header">The fact's header.</param>
    /// <param name="payload">Its encoded payload; valid until the next call.</param>
    /// <returns>False when there is none yet: call again after <see cref="IJournal.Committed"/>.</returns>
    /// <exception cref="JournalCorruptException">A record is damaged.</exception>
    public abstract bool TryRead(out EventHeader header, out ReadOnlySpan<byte> payload);

    /// <summary>Lets go of the files.</summary>
    public abstract void Dispose();
}
