using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Storage.Journal;

public sealed class InMemoryJournalContractTests : JournalContractTests, IDisposable
{
    private readonly InMemoryJournal _journal = new();

    public InMemoryJournalContractTests() => _journal.Start();

    protected override IJournal Journal => _journal;

    protected override long Term => 1;

    public void Dispose() => _journal.Dispose();
}
