using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Journal;

public sealed class FileJournalContractTests : JournalContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileJournal _journal;

    public FileJournalContractTests()
    {
        var options = new FileJournalOptions { SegmentBytes = 256 * 1024, MaxGroupBytes = 64 * 1024 };
        _journal = FileJournal.Open(new LocalDisk(_folder.Path), options);
        _journal.Start();
    }

    protected override IJournal Journal => _journal;

    protected override long Term => 1;

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }
}
