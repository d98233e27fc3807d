using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Catalog.WsGateway.Connections;

/// <summary>Reads from a pipe: with TLS, behind an HTTP upgrade, or from Kestrel's own transport.</summary>
/// <remarks>While the client is silent nothing of it stays on a stack or in a suspended method.</remarks>
internal sealed class PipeInbound : Inbound
{
    private readonly PipeReader _input;
    private readonly GatewayConnection _connection;
    private readonly Action _onReadable;
    private ValueTaskAwaiter<ReadResult> _reading;

    internal PipeInbound(PipeReader input, GatewayConnection connection)
    {
        (_input, _connection) = (input, connection);
        _onReadable = OnReadable;
    }

    internal override void Start()
    {
        try
        {
            if (ReadOn()) OnReadable();
        }
        catch (InvalidOperationException)
        {
            _connection.StopReading();
        }
    }

    internal override void Cancel() => _input.CancelPendingRead();

    internal override void Release() => _input.Complete();

    /// <summary>Asks for more input; true when there is some already.</summary>
    private bool ReadOn()
    {
        _reading = _input.ReadAsync().GetAwaiter();
        if (_reading.IsCompleted) return true;
        _reading.UnsafeOnCompleted(_onReadable);
        return false;
    }

    private void OnReadable()
    {
        bool isOver = false;
        try
        {
            do
            {
                ReadResult result = _reading.GetResult();
                isOver = result.IsCanceled || !Take(result.Buffer) || result.IsCompleted;
            }
            while (!isOver && ReadOn());
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            isOver = true;
        }

        if (isOver && !_connection.TryAwaitHandler()) _connection.StopReading();
    }

    /// <summary>Hands on what came; false when nothing more shall be read for now.</summary>
    private bool Take(in ReadOnlySequence<byte> buffer)
    {
        long used = 0;
        bool goesOn = true;
        foreach (ReadOnlyMemory<byte> piece in buffer)
        {
            goesOn = _connection.Take(piece.Span, out int count);
            used += count;
            if (!goesOn) break;
        }

        SequencePosition end = buffer.GetPosition(used);
        _input.AdvanceTo(end, end);
        return goesOn;
    }
}
