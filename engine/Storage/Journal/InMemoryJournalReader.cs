using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Journal;

/// <summary>Reads an <see cref="InMemoryJournal"/>; a page it stands in stays readable when trimmed.</summary>
internal sealed class InMemoryJournalReader(InMemoryJournal journal, long position) : JournalReader
{
    private JournalPage _page = journal.PageAt(position);
    private long _position = position;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override bool TryRead(out EventHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (_position >= journal.CommittedPosition) return false;
        if (_position == _page.End) _page = journal.PageAt(_position);
        _position = _page.Read(_position, out header, out payload);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
