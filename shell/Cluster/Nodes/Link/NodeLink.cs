using System.Net.Sockets;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// The way to one other node: connects, and connects again whenever the connection breaks, with growing pauses while
/// that fails.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class NodeLink : IAsyncDisposable
{
    private const int MinPauseMs = 20;
    private const int MaxPauseMs = 1000;
    private readonly byte[] _key;
    private readonly NodeLinkOptions _options;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LinkCaller? _caller;
    private volatile string? _lastFailure;
    private int _isStopped;

    /// <summary>Begins to connect.</summary>
    internal NodeLink(NodeAddress address, byte[] key, NodeLinkOptions options, ILogger log)
    {
        Address = address;
        (_key, _options, _log) = (key, options, log);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>The node.</summary>
    internal NodeAddress Address { get; }

    /// <summary>How it is.</summary>
    internal LinkStatus Status => new(Address, _caller is not null, _caller?.InFlight ?? 0, _lastFailure);

    /// <summary>Sends a command; the task never fails. Nothing is sent while there is no connection.</summary>
    internal Task<LinkAnswer<TResult>> SendAsync<TCommand, TResult>(
        RemoteCommand<TCommand, TResult> remote, in RequestHeader header, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        _caller?.SendAsync(remote, header, in command)
        ?? Task.FromResult(new LinkAnswer<TResult>(LinkOutcome.NotSent));

    /// <summary>Completes when there is a connection.</summary>
    internal Task WaitUntilUpAsync() => Volatile.Read(ref _up).Task;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) != 0) return;
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    // Throws nothing.
    private async Task RunAsync()
    {
        int pauseMs = MinPauseMs;
        while (!_stop.IsCancellationRequested)
        {
            long startedMs = Environment.TickCount64;
            try
            {
                await ConnectAsync();
            }
            catch (Exception exception)
            {
                Note(exception);
            }

            bool wasGood = Environment.TickCount64 - startedMs > MaxPauseMs;
            pauseMs = wasGood ? MinPauseMs : Math.Min(2 * pauseMs, MaxPauseMs);
            await Task.Delay(pauseMs, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConnectAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await using NetworkStream stream = await ProveAsync(socket);
        using var caller = new LinkCaller(stream, _options);
        try
        {
            _caller = caller;
            _lastFailure = null;
            Volatile.Read(ref _up).TrySetResult();
            LinkLog.Up(_log, Address);
            await caller.RunAsync(_stop.Token);
        }
        finally
        {
            Volatile.Write(ref _up, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _caller = null;
            caller.FailAll();
        }
    }

    private async Task<NetworkStream> ProveAsync(Socket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(_options.ConnectMs);
        await socket.ConnectAsync(Address.Host, Address.Port, patience.Token);
        var stream = new NetworkStream(socket, ownsSocket: false);
        await LinkHandshake.ConnectAsync(stream, _key, patience.Token);
        return stream;
    }

    private void Note(Exception exception)
    {
        if (_stop.IsCancellationRequested) return;
        string reason = LinkFailure.Describe(exception);
        if (reason == _lastFailure) return;
        _lastFailure = reason;
        LinkLog.Down(_log, Address, reason);
    }
}
