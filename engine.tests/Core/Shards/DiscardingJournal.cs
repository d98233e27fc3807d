using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>Acknowledges batches when told to and keeps nothing, so that what is measured is the shard alone.</summary>
internal sealed class DiscardingJournal : IJournal
{
    private readonly Queue<JournalBatch> _queue = new(16);
    private readonly InMemoryJournal _empty = new();

    public event Action<long>? Committed;

    public long FirstPosition => 0;

    public long CommittedPosition { get; private set; }

    public bool AcceptsWrites => true;

    public int ReservedBytes => int.MaxValue;

    public void Append(JournalBatch batch) => _queue.Enqueue(batch);

    public bool RunOnce()
    {
        if (!_queue.TryDequeue(out JournalBatch? batch)) return false;
        CommittedPosition += batch.Records.Length;
        batch.OnDurable(CommittedPosition);
        Committed?.Invoke(CommittedPosition);
        return true;
    }

    public JournalReader OpenReader(long position) => _empty.OpenReader(0);

    public void Trim(long position)
    {
    }

    public void Dispose() => _empty.Dispose();
}
