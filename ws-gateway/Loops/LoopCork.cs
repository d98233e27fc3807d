namespace Catalog.WsGateway.Loops;

/// <summary>
/// While a thread hands on what it has read from one client, the loops it gives work to are woken only at the end: what
/// the client sent in one go goes on in one turn, and so in one write a subscriber. Without this a loop that is woken
/// by the first message takes the processor from the reader (bench: gateway-fan-out, deliveries a read).
/// </summary>
/// <remarks>Other threads wake the loops as ever, so a handler that takes its time delays nobody but itself.</remarks>
internal sealed class LoopCork
{
    [ThreadStatic]
    private static LoopCork? _current;

    private GatewayLoop[] _noted = new GatewayLoop[4];
    private int _count;
    private bool _isHeld;

    /// <summary>Begins to hold back; <see cref="End"/> must follow on the same thread.</summary>
    internal static LoopCork Begin()
    {
        LoopCork cork = _current ??= new LoopCork();
        cork._isHeld = true;
        return cork;
    }

    /// <summary>Notes a loop to be woken at the end; false when the thread is not holding back.</summary>
    internal static bool TryNote(GatewayLoop loop)
    {
        if (_current is not { _isHeld: true } cork) return false;
        if (cork._noted.AsSpan(0, cork._count).Contains(loop)) return true;
        if (cork._count == cork._noted.Length) Array.Resize(ref cork._noted, 2 * cork._count);
        cork._noted[cork._count++] = loop;
        return true;
    }

    /// <summary>Wakes the loops that were noted.</summary>
    internal void End()
    {
        _isHeld = false;
        for (int i = 0; i < _count; i++) _noted[i].Wake();
        Array.Clear(_noted, 0, _count);
        _count = 0;
    }
}
