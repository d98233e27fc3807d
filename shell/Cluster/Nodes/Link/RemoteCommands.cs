using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// Every kind of command of every machine, found once, before the first is sent: from the types on the one side and
/// from the name on the wire on the other. Afterwards it is only read, from anywhere.
/// </summary>
internal sealed class RemoteCommands
{
    private readonly Dictionary<(byte SystemId, Type Command), RemoteCommand> _byType = [];
    private readonly Dictionary<ulong, RemoteCommand> _byName = [];

    /// <summary>How many kinds there are.</summary>
    internal int Count => _byType.Count;

    /// <summary>Finds the commands of every machine of this server.</summary>
    internal static RemoteCommands Of(IServiceProvider services)
    {
        var commands = new RemoteCommands();
        foreach (MachineRegistration machine in services.GetServices<MachineRegistration>())
            machine.Teach(services, commands);
        return commands;
    }

    /// <summary>Adds every command a machine decides.</summary>
    /// <exception cref="InvalidOperationException">A command cannot travel, or two have the same name.</exception>
    internal void Add<TState>(IMachine<TState> machine, SystemHandle<TState> handle)
        where TState : class
    {
        foreach (Type each in machine.GetType().GetInterfaces())
        {
            if (!each.IsGenericType || each.GetGenericTypeDefinition() != typeof(IDecider<,,>)) continue;
            Type[] types = each.GetGenericArguments();
            bool canTravel = types[1].GetInterfaces().Any(static i =>
                i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IWireCommand<>));
            if (!canTravel) throw new InvalidOperationException($"{types[1].Name} is no IWireCommand.");
            Type made = typeof(RemoteCommand<,,>).MakeGenericType(types);
            Add(types[1], (RemoteCommand)Activator.CreateInstance(made, handle)!);
        }
    }

    /// <summary>The command of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal RemoteCommand<TCommand, TResult> Find<TCommand, TResult>(byte systemId)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        _byType.TryGetValue((systemId, typeof(TCommand)), out RemoteCommand? found)
            ? (RemoteCommand<TCommand, TResult>)found
            : throw new InvalidOperationException($"No machine of system {systemId} decides {typeof(TCommand).Name}.");

    /// <summary>The command of a name; null when there is none. O(length).</summary>
    internal RemoteCommand? Find(byte systemId, ReadOnlySpan<byte> name) =>
        _byName.TryGetValue(Hash(systemId, name), out RemoteCommand? found)
        && found.SystemId == systemId && name.SequenceEqual(found.NameUtf8)
            ? found
            : null;

    private void Add(Type type, RemoteCommand command)
    {
        if (!_byName.TryAdd(Hash(command.SystemId, command.NameUtf8), command))
            throw new InvalidOperationException($"System {command.SystemId} has two commands like {command.Name}.");
        _byType.Add((command.SystemId, type), command);
    }

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private static ulong Hash(byte systemId, ReadOnlySpan<byte> name)
    {
        ulong hash = (14695981039346656037UL ^ systemId) * 1099511628211UL;
        foreach (byte each in name) hash = (hash ^ each) * 1099511628211UL;
        return hash;
    }
}
