using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>The end of a link that decides the other node's commands and answers them.</summary>
internal sealed class LinkPeer : LinkConnection
{
    private const int PauseMs = 2;
    private readonly NodeLinkOptions _options;
    private readonly CatalogEngine _engine;
    private readonly RemoteCommands _commands;
    private readonly ILogger _log;
    private int _inFlight;

    internal LinkPeer(
        Stream stream, NodeLinkOptions options, CatalogEngine engine, RemoteCommands commands, ILogger log)
        : base(stream, options)
    {
        _options = options;
        (_engine, _commands, _log) = (engine, commands, log);
    }

    /// <summary>Where shards are believed to be, for whoever asks at the wrong door.</summary>
    internal IShardMap? Map { get; init; }

    /// <summary>Commands that were not answered yet.</summary>
    internal int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Sends an answer.</summary>
    internal void Answer<TResult>(in RequestHeader request, in Reply<TResult> reply)
        where TResult : struct, IResult<TResult>
    {
        OutboxResult result = Outbox.TryAdd(new AnswerFrame<TResult>(HeaderOf(in request, reply.Status), reply.Value));
        if (result == OutboxResult.TooLarge) throw new LinkException("The answer is too large for a frame.");
        Interlocked.Decrement(ref _inFlight);
        if (result == OutboxResult.Full) Break();
    }

    /// <summary>Says that there is no answer, although the command may have been decided.</summary>
    internal void AnswerFault(in RequestHeader request, RemoteCommand command, Exception exception)
    {
        LinkLog.NotAnswered(_log, exception, command.Name);
        Refuse(in request, command.IsQuery ? ReplyStatus.Faulted : ReplyStatus.Unconfirmed);
        Interlocked.Decrement(ref _inFlight);
    }

    /// <inheritdoc/>
    protected override void Receive(FrameKind kind, ReadOnlySpan<byte> body)
    {
        if (kind == FrameKind.Beat) return;
        if (kind != FrameKind.Request) throw new LinkException($"A frame of kind {kind} came; requests are expected.");
        var reader = new MessagePackReader(body);
        RequestHeader header;
        RemoteCommand? command;
        try
        {
            header = RequestHeader.Read(ref reader, out byte systemId, out ReadOnlySpan<byte> name);
            command = _commands.Find(systemId, name);
            if (command is null) LinkLog.Unknown(_log, systemId, System.Text.Encoding.UTF8.GetString(name));
        }
        catch (MessagePackFormatException exception)
        {
            throw new LinkException($"A request could not be read: {exception.Message}");
        }

        if (command is null) Refuse(in header, ReplyStatus.Faulted);
        else Execute(in header, command, ref reader);
    }

    /// <summary>Who does not read its answers gets no further ones to read.</summary>
    protected override async ValueTask PauseAsync(CancellationToken cancel)
    {
        long until = Environment.TickCount64 + _options.AnswerMs;
        while (Outbox.WaitingBytes > _options.MaxOutboxBytes / 2)
        {
            if (Environment.TickCount64 > until) throw new LinkException("The other node does not read its answers.");
            NoteLife();
            await Task.Delay(PauseMs, cancel);
        }
    }

    private void Execute(in RequestHeader header, RemoteCommand command, ref MessagePackReader payload)
    {
        if (header.Hops > LinkProtocol.MaxHops)
        {
            Refuse(in header, ReplyStatus.Moved);
            return;
        }

        if (command.ShardOf(header.Key) != header.Shard)
        {
            LinkLog.OtherShards(_log, command.Name, header.Shard, command.ShardOf(header.Key));
            Refuse(in header, ReplyStatus.Faulted);
            return;
        }

        if (InFlight >= _options.MaxInFlight)
        {
            Refuse(in header, ReplyStatus.Busy);
            return;
        }

        Interlocked.Increment(ref _inFlight);
        try
        {
            command.Execute(in header, ref payload, this);
        }
        catch (MessagePackFormatException exception)
        {
            // A node of another version may mean something else by it; what else it sends is still good.
            Interlocked.Decrement(ref _inFlight);
            LinkLog.Unreadable(_log, command.Name, exception.Message);
            Refuse(in header, ReplyStatus.Faulted);
        }
    }

    private void Refuse(in RequestHeader request, ReplyStatus status) =>
        Outbox.TryAdd(new RefusalFrame(HeaderOf(in request, status)));

    private AnswerHeader HeaderOf(in RequestHeader request, ReplyStatus status)
    {
        NodeAddress owner = default;
        bool isKnown = status == ReplyStatus.Moved && Map is { } map && map.TryFindOwner(request.Shard, out owner);
        return new AnswerHeader(
            request.Id, status, _engine.Storage.Journal.CommittedPosition, isKnown ? owner : null);
    }
}
