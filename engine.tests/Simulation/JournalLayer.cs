using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A journal over the file journal: faithful unless a mutant overrides a part of it.</summary>
internal abstract class JournalLayer(FileJournal inner) : IJournal
{
    public event Action<long>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public virtual long FirstPosition => inner.FirstPosition;

    public virtual long CommittedPosition => inner.CommittedPosition;

    public virtual bool AcceptsWrites => inner.AcceptsWrites;

    public int ReservedBytes => inner.ReservedBytes;

    protected FileJournal Inner => inner;

    public virtual void Append(JournalBatch batch) => inner.Append(batch);

    public virtual JournalReader OpenReader(long position) => inner.OpenReader(position);

    public virtual void Trim(long position) => inner.Trim(position);

    internal virtual bool RunOnce() => inner.RunOnce();

    public void Dispose() => inner.Dispose();
}
