using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Options;

namespace Catalog.Shell.Auth;

/// <summary>Registers the accounts.</summary>
public static class AuthServices
{
    /// <summary>Adds machine, tokens, limits and endpoints.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddMachine(new AccountMachine())
        .AddSingleton<SessionEpochs>()
        .AddSingleton<Accounts>()
        .AddSingleton<AuthLimits>()
        .AddSingleton<DemoAccounts>()
        .AddSingleton<AuthEndpoints>()
        .AddSingleton<DemoEndpoint>()
        .AddSingleton<TokenKey>()
        .AddProjection(static s => new AccountEpochs(s.GetRequiredService<SessionEpochs>()))
        .AddSingleton(static s => new RefreshChain(s.GetRequiredService<TokenKey>().Bytes))
        .AddSingleton(static s => new PasswordHashing(s.GetRequiredService<CatalogOptions>().Auth))
        .AddSingleton(static s =>
        {
            CatalogOptions options = s.GetRequiredService<CatalogOptions>();
            byte[] key = s.GetRequiredService<TokenKey>().Bytes;
            return new AccessTokens(options.Auth, key, s.GetRequiredService<TimeProvider>());
        })
        .AddSingleton(static s => new Bearer(
            s.GetRequiredService<AccessTokens>(),
            s.GetRequiredService<SessionEpochs>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<CatalogOptions>().Auth.TokenCacheSize));
}
