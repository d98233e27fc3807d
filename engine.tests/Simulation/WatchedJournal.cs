using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>The journal the engine is given: writes down what is appended, and passes everything on.</summary>
internal sealed class WatchedJournal(IJournal inner, TurnTrace trace) : IJournal
{
    public event Action<long>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public long FirstPosition => inner.FirstPosition;

    public long CommittedPosition => inner.CommittedPosition;

    public bool AcceptsWrites => inner.AcceptsWrites;

    public void Append(JournalBatch batch)
    {
        trace.OnAppend(batch);
        inner.Append(batch);
    }

    public JournalReader OpenReader(long position) => inner.OpenReader(position);

    public void Trim(long position) => inner.Trim(position);

    public void Dispose() => inner.Dispose();
}
