using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

[Collection(PostgresGroup.Name)]
public sealed class PostgresJournalContractTests(PostgresWorld world) : JournalContractTests, IAsyncLifetime
{
    private JournalNode? _node;

    protected override IJournal Journal => _node!.Journal;

    protected override long Term => _node!.Session.Term;

    public async Task InitializeAsync() => _node = await JournalNode.StartAsync(world.NewOptions());

    public async Task DisposeAsync()
    {
        _node!.Journal.CheckInvariants();
        await _node.DisposeAsync();
    }
}
