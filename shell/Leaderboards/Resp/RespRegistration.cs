using System.Security.Cryptography;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Shell.Hosting;
using Catalog.Shell.Leaderboards.Resp.ModeBoards;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>Registers the port for clients of Redis.</summary>
internal static class RespRegistration
{
    /// <summary>
    /// Registers machine, options and the listener, which begins with <see cref="RespServer.Listen"/>.
    /// </summary>
    internal static IServiceCollection AddResp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RespOptions>().BindConfiguration(RespOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<RespOptions>, RespOptionsValidator>()
            .AddSingleton(static s => s.GetRequiredService<IOptions<RespOptions>>().Value)
            .AddMachine(new SortedSetMachine(LimitsOf(configuration)))
            .AddSingleton<RespSignIn>()
            .AddSingleton<ModeBoardReader>()
            .AddSingleton<RespTls>()
            .AddSingleton<RespMeters>()
            .AddSingleton<RespServices>()
            .AddSingleton<RespServer>()
            .AddHostedService(static s => s.GetRequiredService<RespServer>());
    }

    /// <summary>Read before the options are validated: what makes no sense is refused there, by its name.</summary>
    private static KeyspaceLimits LimitsOf(IConfiguration configuration)
    {
        RespOptions options = configuration.GetSection(RespOptions.Section).Get<RespOptions>() ?? new();
        return new KeyspaceLimits
        {
            MaxKeys = Math.Max(1, options.MaxKeys),
            MaxMembers = Math.Max(1, options.MaxMembers),
            HashSeed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))),
        };
    }
}
