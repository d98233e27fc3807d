using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>An engine with the tally machine on a real folder, that can be stopped and started again.</summary>
internal sealed class TallyHost(string folder) : IAsyncDisposable
{
    public const long Now = 1_800_000_000_000;

    public CatalogEngine Engine { get; private set; } = null!;

    public SystemHandle<TallyState> Tally { get; private set; } = null!;

    public List<string> Reports { get; } = [];

    public static async Task<TallyHost> StartAsync(string folder, EngineOptions? options = null)
    {
        var host = new TallyHost(folder);
        await host.RestartAsync(options);
        return host;
    }

    public async Task RestartAsync(EngineOptions? options = null)
    {
        await DisposeAsync();
        options = (options ?? new EngineOptions()) with { Report = (text, _) => Reports.Add(text) };
        Engine = new CatalogEngine(options, EngineStorage.OpenFolder(folder));
        Tally = Engine.Add(new TallyMachine());
        await Engine.StartAsync();
    }

    public ValueTask<Reply<TallyResult>> AddAsync(ulong key, long amount, IdempotencyKey idempotency = default) =>
        Tally.ExecuteAsync<AddToTally, TallyResult>(key, new AddToTally(Now, amount, idempotency));

    public async Task<long> ReadAsync(ulong key)
    {
        Reply<TallyResult> reply = await Tally.ExecuteAsync<ReadTally, TallyResult>(key, new ReadTally(Now));
        return reply.Value.Sum;
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine is not null) await Engine.DisposeAsync();
    }
}
