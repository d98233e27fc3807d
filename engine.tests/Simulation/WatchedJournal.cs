using Catalog.Engine.Storage.Journal;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// The journal the engine is given: writes down what is appended, and watches what is acknowledged: each batch once, in
/// the order they came, and no earlier than it is durable.
/// </summary>
internal sealed class WatchedJournal(IJournal inner, TurnTrace trace) : IJournal
{
    private readonly Stack<Carrier> _free = [];
    private long _appended;
    private long _acknowledged;

    public event Action<long>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public long FirstPosition => inner.FirstPosition;

    public long CommittedPosition => inner.CommittedPosition;

    public bool AcceptsWrites => inner.AcceptsWrites;

    public int ReservedBytes => inner.ReservedBytes;

    public void Append(JournalBatch batch)
    {
        trace.OnAppend(batch);
        if (!_free.TryPop(out Carrier? carrier)) carrier = new Carrier(this);
        carrier.Records.Clear();
        carrier.Records.Write(batch.Records.WrittenSpan);
        carrier.Batch = batch;
        carrier.Number = ++_appended;
        inner.Append(carrier);
    }

    public JournalReader OpenReader(long position) => inner.OpenReader(position);

    public void Trim(long position) => inner.Trim(position);

    public void Dispose() => inner.Dispose();

    private void Acknowledge(Carrier carrier, long endPosition)
    {
        Require(carrier.Number == ++_acknowledged, "A batch was acknowledged out of order.");
        Require(endPosition <= inner.CommittedPosition, "A batch was acknowledged before it was durable.");
        carrier.Batch!.OnDurable(endPosition);
        _free.Push(carrier);
    }

    /// <summary>Stands for the shard's batch in the journal's hands.</summary>
    private sealed class Carrier(WatchedJournal watched) : JournalBatch
    {
        internal JournalBatch? Batch { get; set; }

        internal long Number { get; set; }

        public override void OnDurable(long endPosition) => watched.Acknowledge(this, endPosition);

        public override void OnLost(bool mayBeWritten) =>
            throw new InvalidOperationException("A journal of one process loses nothing.");
    }
}
