using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// What happens between the process's start and its first request, and after its last one: the host starts this before
/// it listens and stops it after the requests under way were answered.
/// </summary>
internal sealed partial class Startup(
    EngineHost engine, IServiceProvider services, CatalogOptions options, Health health, ILogger<Startup> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Auth.PasswordIterations < AuthOptions.RecommendedPasswordIterations)
            WeakPasswords(log, options.Auth.PasswordIterations, AuthOptions.RecommendedPasswordIterations);
        foreach (MachineRegistration machine in services.GetServices<MachineRegistration>()) machine.Add(services);
        try
        {
            await engine.StartAsync();
            bool isFirstStart = !await services.GetRequiredService<Accounts>().LoadAsync();
            if (isFirstStart && options.Demo)
                await services.GetRequiredService<DemoAccounts>().CreateAsync(cancellationToken);
            foreach (ICatalogSystem system in services.GetServices<ICatalogSystem>())
                await system.StartAsync(services, cancellationToken);
        }
        catch
        {
            await engine.StopAsync();
            throw;
        }

        health.MarkReady();
    }

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync();

    [LoggerMessage(20, LogLevel.Warning, "Passwords are hashed with {Rounds} rounds; {Recommended} are recommended")]
    private static partial void WeakPasswords(ILogger logger, int rounds, int recommended);
}
