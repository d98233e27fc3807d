using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Ownership;

/// <summary>
/// One engine's way to a log it shares: what was decided under an earlier term than the present one is refused, and of
/// what is on its way when the term ends some is written and some is not, as with a broken connection.
/// </summary>
internal sealed class TermJournal(InMemoryJournal log) : IJournal
{
    private readonly Lock _gate = new();
    private readonly HashSet<Carrier> _underWay = [];
    private long _term = 1;
    private int _unwritten;
    private bool _losesAnswers;

    public event Action<long>? Committed
    {
        add => log.Committed += value;
        remove => log.Committed -= value;
    }

    public long Term => Volatile.Read(ref _term);

    public long FirstPosition => log.FirstPosition;

    public long CommittedPosition => log.CommittedPosition;

    public bool AcceptsWrites => true;

    public int ReservedBytes => log.ReservedBytes;

    public void Append(JournalBatch batch)
    {
        var carrier = new Carrier(this, batch);
        lock (_gate)
        {
            // Without a term nothing was decided: such a batch is only on its way back to its shard.
            bool isOver = batch.Term != 0 && batch.Term != Volatile.Read(ref _term);
            if (!isOver)
            {
                carrier.Records.Write(batch.Records.WrittenSpan);
                _underWay.Add(carrier);
                Interlocked.Increment(ref _unwritten);
                log.Append(carrier);
                return;
            }
        }

        batch.OnLost(mayBeWritten: false);
    }

    /// <summary>From here on answers get lost: what is appended is written, but nobody is told.</summary>
    public void LoseAnswers() => Volatile.Write(ref _losesAnswers, true);

    /// <summary>
    /// Ends the term; whoever still waits learns that it is not known. What is on its way is in the log by then: a
    /// right to append that has ended writes nothing any more.
    /// </summary>
    public void EndTerm()
    {
        Carrier[] lost;
        lock (_gate)
        {
            Volatile.Write(ref _term, _term + 1);
            Volatile.Write(ref _losesAnswers, false);
            lost = [.. _underWay];
            _underWay.Clear();
        }

        SpinWait.SpinUntil(() => Volatile.Read(ref _unwritten) == 0);
        foreach (Carrier carrier in lost) carrier.Batch.OnLost(mayBeWritten: true);
    }

    public JournalReader OpenReader(long position) => log.OpenReader(position);

    /// <summary>Trims nothing: what this engine needs no more, the other one's shards may need.</summary>
    public void Trim(long position)
    {
        // A shared log is trimmed by what all shards are saved up to, which one engine does not know.
    }

    public void Dispose()
    {
    }

    private void Acknowledge(Carrier carrier, long endPosition)
    {
        Interlocked.Decrement(ref _unwritten);
        lock (_gate)
        {
            if (Volatile.Read(ref _losesAnswers) || !_underWay.Remove(carrier)) return;
        }

        carrier.Batch.OnDurable(endPosition);
    }

    private sealed class Carrier(TermJournal journal, JournalBatch batch) : JournalBatch
    {
        public JournalBatch Batch => batch;

        public override void OnDurable(long endPosition) => journal.Acknowledge(this, endPosition);

        public override void OnLost(bool mayBeWritten) => throw new InvalidOperationException("The log loses nothing.");
    }
}
