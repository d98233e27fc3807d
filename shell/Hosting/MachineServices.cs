using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Shell.Hosting;

/// <summary>Registers machines.</summary>
public static class MachineServices
{
    /// <summary>Puts a machine on the engine; its <see cref="SystemHandle{TState}"/> can then be injected.</summary>
    public static IServiceCollection AddMachine<TState>(this IServiceCollection services, IMachine<TState> machine)
        where TState : class => services
        .AddSingleton(s => s.GetRequiredService<EngineHost>().Engine.Add(machine))
        .AddSingleton(new MachineRegistration(
            static s => s.GetRequiredService<SystemHandle<TState>>(),
            (s, commands) => commands.Add(machine, s.GetRequiredService<SystemHandle<TState>>())));
}
