using System.IO.Pipelines;

namespace Catalog.WsGateway.Loops;

/// <summary>Through a pipe: with TLS, or behind an HTTP upgrade.</summary>
internal sealed class PipeOutbound : Outbound
{
    private readonly PipeWriter _output;
    private readonly GatewayConnection _connection;
    private readonly Action _abort;
    private readonly Action _onFlushed;
    private System.Runtime.CompilerServices.ValueTaskAwaiter<FlushResult> _flushing;
    private bool _isFinished;

    internal PipeOutbound(PipeWriter output, GatewayConnection connection, Action abort)
    {
        (_output, _connection, _abort) = (output, connection, abort);
        _onFlushed = OnFlushed;
    }

    internal override int TakenByResume => 0;

    internal override bool TryWrite(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = bytes.Length;
        try
        {
            while (!bytes.IsEmpty)
            {
                Span<byte> room = _output.GetSpan();
                int count = Math.Min(room.Length, bytes.Length);
                bytes[..count].CopyTo(room);
                _output.Advance(count);
                bytes = bytes[count..];
            }

            _flushing = _output.FlushAsync().GetAwaiter();
            if (!_flushing.IsCompleted)
            {
                _flushing.UnsafeOnCompleted(_onFlushed);
                return false;
            }

            IsBroken = _flushing.GetResult().IsCompleted;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            IsBroken = true;
        }

        return !IsBroken;
    }

    internal override void Resume(byte[] rest, int start, int count) =>
        throw new InvalidOperationException("A pipe takes everything.");

    internal override void Finish()
    {
        if (_isFinished) return;
        _isFinished = true;
        try
        {
            _output.Complete();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            IsBroken = true;
        }
    }

    internal override void Abort() => _abort();

    private void OnFlushed()
    {
        try
        {
            if (_flushing.GetResult().IsCompleted) IsBroken = true;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            IsBroken = true;
        }

        _connection.Loop.PostWritable(_connection);
    }
}
