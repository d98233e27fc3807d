using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// What happens between the process's start and its first request, and after its last one: the host starts this before
/// it listens and stops it after the requests under way were answered.
/// </summary>
internal sealed partial class Startup(
    EngineHost engine, EventHost events, ICluster cluster, IServiceProvider services, CatalogOptions options,
    ILogger<Startup> log)
    : IHostedService
{
    // Below, what loading leaves behind is less than what requests make of their own in a moment.
    private const long LargeFolderBytes = 128L << 20;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Auth.PasswordIterations < AuthOptions.RecommendedPasswordIterations)
            WeakPasswords(log, options.Auth.PasswordIterations, AuthOptions.RecommendedPasswordIterations);
        foreach (MachineRegistration machine in services.GetServices<MachineRegistration>()) machine.Add(services);
        try
        {
            events.Attach();
            cluster.Attach();

            // Beside each other: both read the journal as it was left, and neither needs the other for that.
            Task models = events.StartProjectionsAsync(cancellationToken);
            await engine.StartAsync();
            await models;
            await cluster.JoinAsync(cancellationToken);
            await StartSystemsAsync(cancellationToken);
            await events.StartConsumersAsync(cancellationToken);
            CollectLoaded();
        }
        catch
        {
            await StopAsync(cancellationToken);
            throw;
        }

        services.GetRequiredService<Health>().MarkReady();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await events.StopAsync();
        await cluster.LeaveAsync();
        await engine.StopAsync();
    }

    /// <summary>One server after the other: what the first one makes, the others find.</summary>
    private async Task StartSystemsAsync(CancellationToken cancel)
    {
        await using IAsyncDisposable section = await cluster.EnterAsync("first-start", cancel);
        bool isFirstStart = !await services.GetRequiredService<Accounts>().LoadAsync();
        if (isFirstStart && options.Demo) await services.GetRequiredService<DemoAccounts>().CreateAsync(cancel);
        foreach (ICatalogSystem system in services.GetServices<ICatalogSystem>())
            await system.StartAsync(services, cancel);
    }

    /// <summary>
    /// Gives back what loading left behind: more than half as much again as what was loaded, and the collector would
    /// leave it until the machine runs short. Before the first request nobody waits for it.
    /// </summary>
    private void CollectLoaded()
    {
        if (engine.ReadSnapshots().LiveBytes < LargeFolderBytes) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [LoggerMessage(20, LogLevel.Warning, "Passwords are hashed with {Rounds} rounds; {Recommended} are recommended")]
    private static partial void WeakPasswords(ILogger logger, int rounds, int recommended);
}
